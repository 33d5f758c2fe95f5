package org.bedside.listening.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Listening;
import org.bedside.listening.NameTakenException;
import org.bedside.listening.Remark;
import org.bedside.listening.Source;
import org.bedside.listening.SourceHealth;
import org.bedside.listening.Sources;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Look;
import org.bedside.listening.poll.Heartbeat;
import org.bedside.listening.websub.PushState;
import org.bedside.listening.websub.Pushes;
import org.bedside.outbound.WebAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sources over the HTTP API. */
@RestController
class SourcesApi {

  private final Sources sources;
  private final Listening listening;
  private final SourceFinder finder;
  private final Heartbeat heartbeat;
  private final MessageSource messages;
  private final Pushes pushes;

  SourcesApi(
      Sources sources,
      Listening listening,
      SourceFinder finder,
      Heartbeat heartbeat,
      MessageSource messages,
      Pushes pushes) {
    this.sources = sources;
    this.listening = listening;
    this.finder = finder;
    this.heartbeat = heartbeat;
    this.messages = messages;
    this.pushes = pushes;
  }

  /**
   * What a source looks like from outside.
   *
   * @param type the way of listening, as a new source names it; absent where posts are brought
   * @param accessUntil when its network stops letting us in
   * @param push how it stands with the hub that the feed names; absent where it names none
   * @param remarks what is left out although it works
   * @param posts stored from it, a thousand at most; {@code morePosts} where there are more
   */
  record View(
      UUID id,
      String kind,
      @Nullable String type,
      String name,
      @Nullable String url,
      String takes,
      @Nullable UUID location,
      String condition,
      long posts,
      boolean morePosts,
      @Nullable Instant lastPostAt,
      @Nullable String error,
      @Nullable Instant accessUntil,
      List<Left> remarks,
      @Nullable Push push) {}

  /**
   * Something that is left out.
   *
   * @param names of what has one, the first few
   * @param message the sentence
   */
  record Left(String code, long count, List<String> names, String message) {}

  /**
   * How it stands with a hub.
   *
   * @param hub its host
   * @param state such as {@code pushed} or {@code no-address}
   * @param since when it confirmed that it pushes
   * @param until when its promise ends
   */
  record Push(String hub, String state, @Nullable Instant since, @Nullable Instant until) {}

  /** All of them; {@code next} is never there, so a client that pages is ready. */
  record Views(List<View> items) {}

  /**
   * @param url a feed's address or its site's; the likeliest feed there is taken
   * @param name the feed's own where absent
   * @param type the way of listening; absent where the address decides
   * @param credential what that way needs, by name; never given back
   */
  record NewSource(
      @Nullable String url,
      @Nullable String name,
      Source.@Nullable Takes takes,
      @Nullable UUID location,
      @Nullable String type,
      @Nullable Map<String, String> credential) {

    @Override
    public String toString() {
      return "NewSource[" + type + " " + url + "]";
    }
  }

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/api/v1/sources")
  Views list(Locale locale) {
    Map<UUID, SourceHealth> health = listening.health();
    Map<UUID, PushState> push = pushes.all();
    return new Views(
        sources.all().stream()
            .map(source -> view(source, health.get(source.id()), push.get(source.id()), locale))
            .toList());
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/api/v1/sources")
  ResponseEntity<View> add(@RequestBody NewSource wanted, SignedIn who, Locale locale) {
    String address = wanted.url() == null ? "" : wanted.url().strip();
    if (address.isEmpty()) {
      throw problem(HttpStatus.BAD_REQUEST, "listening.address-missing", "", locale);
    }
    Credential credential =
        wanted.credential() == null || wanted.credential().isEmpty()
            ? null
            : Credential.of(wanted.credential());
    SourceFinder.Found there = finder.find(wanted.type(), address, credential);
    Look.Candidate feed =
        switch (there.look()) {
          case Look.Found found -> found.candidates().getFirst();
          case Look.Nothing(String code, String detail) ->
              throw problem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, locale);
        };
    String name = wanted.name() == null || wanted.name().isBlank() ? feed.title() : wanted.name();
    Optional<URI> url = WebAddress.parse(feed.url().toString());
    try {
      Source source =
          listening.begin(
              SourcesController.shortened(name),
              url.orElse(feed.url()),
              there.connector(),
              wanted.takes() == null ? Source.Takes.ALL : wanted.takes(),
              wanted.location(),
              credential,
              who);
      heartbeat.wake();
      return ResponseEntity.status(HttpStatus.CREATED)
          .body(view(source, listening.health().get(source.id()), null, locale));
    } catch (NameTakenException e) {
      throw problem(HttpStatus.CONFLICT, "listening.name-taken", "", locale);
    }
  }

  private View view(
      Source source, @Nullable SourceHealth health, @Nullable PushState push, Locale locale) {
    String code = health == null ? null : health.errorCode();
    String detail = health == null ? null : health.errorDetail();
    return new View(
        source.id(),
        source.kind().name().toLowerCase(Locale.ROOT),
        health == null ? null : health.connector(),
        source.name(),
        source.url(),
        source.takes().name().toLowerCase(Locale.ROOT),
        source.location(),
        health == null ? "waiting" : health.condition().name().toLowerCase(Locale.ROOT),
        health == null ? 0 : Math.min(health.posts(), SourceHealth.COUNTED),
        health != null && health.posts() > SourceHealth.COUNTED,
        health == null ? null : health.lastPostAt(),
        code == null ? null : messages.getMessage(code, new Object[] {text(detail)}, locale),
        health == null ? null : health.credentialExpiresAt(),
        health == null
            ? List.of()
            : health.remarks().stream().map(remark -> left(remark, locale)).toList(),
        push == null ? null : new Push(push.hub(), push.word(), push.since(), push.until()));
  }

  private Left left(Remark remark, Locale locale) {
    Object[] values = {remark.count(), remark.named()};
    return new Left(
        remark.code(),
        remark.count(),
        remark.names(),
        messages.getMessage(remark.code(), values, locale));
  }

  private ErrorResponseException problem(
      HttpStatus status, String code, String detail, Locale locale) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            status, messages.getMessage(code, new Object[] {detail}, code, locale));
    problem.setProperty("code", code);
    return new ErrorResponseException(status, problem, null);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
