package org.bedside.identity.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bedside.identity.SignedIn;
import org.bedside.identity.store.Credentials;
import org.bedside.ui.Viewer;
import org.bedside.ui.Viewers;
import org.springframework.stereotype.Component;

@Component
class SignedInViewers implements Viewers {

  private final Credentials credentials;

  SignedInViewers(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public Optional<Locale> language() {
    SignedIn who = SignedInResolver.current();
    return who == null ? Optional.empty() : Optional.ofNullable(who.language()).map(Locale::of);
  }

  @Override
  public Optional<Viewer> current() {
    SignedIn who = SignedInResolver.current();
    if (who == null) {
      return Optional.empty();
    }
    List<Viewer.Choice> others =
        credentials.siblings(who.id()).stream()
            .map(other -> new Viewer.Choice(other.id().toString(), other.organizationName()))
            .toList();
    return Optional.of(
        new Viewer(
            who.name(),
            who.organizationName(),
            who.zone(),
            who.permissions().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()),
            Stream.concat(
                    Stream.of(new Viewer.Choice(who.id().toString(), who.organizationName())),
                    others.stream())
                .toList()));
  }
}
