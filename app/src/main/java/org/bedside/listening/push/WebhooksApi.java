package org.bedside.listening.push;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.api.ApiProblem;
import org.bedside.audit.Auditable;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes and removes the secrets of signed webhooks. */
@RestController
class WebhooksApi {

  private static final int SECRET_BYTES = 32;

  private final Webhooks webhooks;
  private final Sources sources;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();

  WebhooksApi(
      Webhooks webhooks,
      Sources sources,
      TransactionTemplate transactions,
      ApplicationEventPublisher events) {
    this.webhooks = webhooks;
    this.sources = sources;
    this.transactions = transactions;
    this.events = events;
  }

  record Wanted(@Nullable String source) {}

  /**
   * @param path to be posted to, on this server
   * @param secret shown this once
   */
  record Made(UUID id, String source, String path, String secret) {
    @Override
    public String toString() {
      return "Made[" + id + "]";
    }
  }

  /** The source is made where there is none of that name; an older secret of it ends. */
  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/api/v1/webhooks")
  @ResponseStatus(HttpStatus.CREATED)
  Made make(@RequestBody Wanted wanted, SignedIn who) {
    String name = wanted.source() == null ? "" : wanted.source().strip();
    if (name.isEmpty() || name.length() > 200) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST,
          "source-missing",
          "Name the source, in at most 200 characters. Nothing was made.");
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Source source =
        transactions.execute(
            status -> {
              Source kept = sources.named(name, Source.Kind.API, who);
              webhooks.keep(kept.id(), secret);
              audit(who, "listening.webhook-made", kept.id());
              return kept;
            });
    if (source == null) {
      throw new IllegalStateException("The transaction made nothing");
    }
    return new Made(source.id(), source.name(), path(source.id()), secret);
  }

  record Shown(UUID id, String source, String path, Instant createdAt) {}

  record All(List<Shown> items) {}

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/api/v1/webhooks")
  All list() {
    List<Webhooks.Entry> all = transactions.execute(status -> webhooks.all());
    return new All(
        all == null
            ? List.of()
            : all.stream()
                .map(one -> new Shown(one.id(), one.source(), path(one.id()), one.createdAt()))
                .toList());
  }

  @Requires(Permission.MANAGE_SOURCES)
  @DeleteMapping("/api/v1/webhooks/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, SignedIn who) {
    Boolean removed =
        transactions.execute(
            status -> {
              boolean there = webhooks.remove(id);
              if (there) {
                audit(who, "listening.webhook-removed", id);
              }
              return there;
            });
    if (!Boolean.TRUE.equals(removed)) {
      throw new ApiProblem(
          HttpStatus.NOT_FOUND,
          "webhook-unknown",
          "There is no such webhook. Nothing was changed.");
    }
  }

  private void audit(SignedIn who, String action, UUID source) {
    events.publishEvent(
        new Auditable(who.actor(), who.name(), action, "source:" + source, Map.of()));
  }

  private static String path(UUID source) {
    return "/hooks/posts/" + source;
  }
}
