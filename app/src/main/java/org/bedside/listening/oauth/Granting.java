package org.bedside.listening.oauth;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Listening;
import org.bedside.listening.SourceHealth;
import org.bedside.listening.Sources;
import org.bedside.listening.connector.Connector;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Granted;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks for access to a source's network in a person's name. The source is there before, with the
 * client's id and secret in its credential.
 */
@Component
class Granting {

  private final Map<String, Connector> connectors;
  private final Sources sources;
  private final Listening listening;
  private final Tokens tokens;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Granting(
      List<Connector> connectors,
      Sources sources,
      Listening listening,
      Tokens tokens,
      Clock clock) {
    this.connectors =
        connectors.stream().collect(Collectors.toMap(Connector::type, Function.identity()));
    this.sources = sources;
    this.listening = listening;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** A source that can be granted access. */
  private record Grantable(Connector connector, URI url, Grant grant, Credential client) {}

  /** What came of the first step. */
  sealed interface Start {}

  /** To be kept for the person's return. */
  record Away(Pending pending, URI to) implements Start {}

  /** The source knows no client yet. */
  record NoClient() implements Start {}

  /**
   * @param source whose access was asked for; null where nobody asked
   * @param code key of the sentence about what came of it
   */
  record End(@Nullable UUID source, String code, String detail, boolean granted) {}

  /** Empty where there is no such source of this type, or its network grants nothing. */
  Optional<Start> start(String type, UUID source, URI redirect, SignedIn who) {
    return grantable(source, type)
        .map(
            grantable -> {
              String id = grantable.client().get(Grant.CLIENT_ID);
              if (id.isBlank()) {
                return new NoClient();
              }
              Pending pending =
                  Pending.begin(
                      source,
                      type,
                      who.organization(),
                      who.id(),
                      redirect,
                      random,
                      clock.instant());
              return new Away(pending, pending.at(grantable.grant(), id));
            });
  }

  /** Whether what was brought back answers what was asked for. */
  boolean answers(@Nullable Pending pending, String state, SignedIn who) {
    return pending != null && pending.answers(state, who.organization(), who.id(), clock.instant());
  }

  /**
   * Takes what a person brought back, once.
   *
   * @param pending that {@link #answers} said yes to
   */
  End end(Pending pending, String code, String error, SignedIn who) {
    UUID source = pending.source();
    if (!error.isEmpty() || code.isEmpty()) {
      boolean denied = error.equals("access_denied");
      return new End(source, denied ? "oauth.denied" : "oauth.no-code", "", false);
    }
    Grantable grantable = grantable(source, pending.type()).orElse(null);
    if (grantable == null) {
      return new End(null, "oauth.not-ours", "", false);
    }
    return switch (tokens.exchange(
        grantable.grant(), grantable.client(), code, pending.verifier(), pending.redirect())) {
      case Fresh.Renewed(Credential credential) -> granted(source, grantable, credential, who);
      case Fresh.Usable(Credential credential) -> granted(source, grantable, credential, who);
      case Fresh.Worthless(Heard.Trouble trouble) ->
          new End(source, trouble.code(), trouble.detail(), false);
    };
  }

  private End granted(UUID source, Grantable grantable, Credential access, SignedIn who) {
    return switch (grantable.connector().granted(grantable.url(), access)) {
      case Granted.Useless(Heard.Trouble trouble) ->
          new End(source, trouble.code(), trouble.detail(), false);
      case Granted.Usable(Credential credential) -> {
        listening.changeCredential(source, credential, who);
        yield new End(source, "oauth.granted", "", true);
      }
    };
  }

  private Optional<Grantable> grantable(UUID source, String type) {
    SourceHealth health = listening.health().get(source);
    if (health == null || !type.equals(health.connector())) {
      return Optional.empty();
    }
    Credential client = listening.credential(source).orElseGet(() -> Credential.of(Map.of()));
    Connector connector = connectors.get(type);
    Optional<URI> url =
        sources.find(source).flatMap(found -> Optional.ofNullable(found.url())).map(URI::create);
    return connector == null || url.isEmpty()
        ? Optional.empty()
        : connector
            .grant(url.get())
            .map(grant -> new Grantable(connector, url.get(), grant, client));
  }
}
