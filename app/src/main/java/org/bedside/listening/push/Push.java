package org.bedside.listening.push;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.api.ApiProblem;
import org.bedside.audit.Auditable;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.identity.SignedIn;
import org.bedside.listening.PostIntake;
import org.bedside.listening.Received;
import org.bedside.listening.Silences;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Takes pushed posts in; a push is one transaction. */
@Component
class Push {

  private final Sources sources;
  private final PostIntake intake;
  private final Silences silences;
  private final KnownPosts known;
  private final Locations locations;
  private final ApplicationEventPublisher events;

  Push(
      Sources sources,
      PostIntake intake,
      Silences silences,
      KnownPosts known,
      Locations locations,
      ApplicationEventPublisher events) {
    this.sources = sources;
    this.intake = intake;
    this.silences = silences;
    this.known = known;
    this.locations = locations;
    this.events = events;
  }

  enum Status {
    STORED,
    CHANGED,
    DUPLICATE,
    REJECTED
  }

  /** What became of one post. */
  record Result(@Nullable String externalId, Status status, @Nullable String code) {}

  @Transactional
  List<Result> receive(String sourceName, List<JsonNode> posts, SignedIn who) {
    return into(sources.named(sourceName, Source.Kind.API, who).id(), posts);
  }

  /** As {@link #receive}, for a source that is there. */
  @Transactional
  List<Result> into(UUID source, List<JsonNode> posts) {
    Map<String, UUID> places = places();
    List<PushedPost.Read> read = posts.stream().map(p -> PushedPost.read(p, places)).toList();
    List<PushedPost.Read.Post> good = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (PushedPost.Read one : read) {
      if (one instanceof PushedPost.Read.Post post && ids.add(post.externalId())) {
        good.add(post);
      }
    }
    Map<String, Integer> before = known.versions(source, ids);
    Received received =
        intake.receive(source, good.stream().map(PushedPost.Read.Post::post).toList());
    Map<String, Integer> after = known.versions(source, ids);
    Map<String, String> rejected = new HashMap<>();
    for (Received.Rejected one : received.rejected()) {
      rejected.put(good.get(one.index()).externalId(), one.code());
    }
    Set<String> told = new HashSet<>();
    List<Result> results = new ArrayList<>();
    for (PushedPost.Read one : read) {
      results.add(
          switch (one) {
            case PushedPost.Read.Refused refused ->
                new Result(refused.externalId(), Status.REJECTED, refused.code());
            case PushedPost.Read.Post post when !told.add(post.externalId()) ->
                new Result(post.externalId(), Status.REJECTED, "id-repeated");
            case PushedPost.Read.Post post ->
                result(
                    post.externalId(),
                    before.get(post.externalId()),
                    after.get(post.externalId()),
                    rejected.get(post.externalId()));
          });
    }
    note(source, results);
    return results;
  }

  /** So that a source that a program goes on filling with nothing new is told from a quiet one. */
  private void note(UUID source, List<Result> results) {
    if (results.isEmpty()) {
      return;
    }
    Set<Status> came = EnumSet.noneOf(Status.class);
    results.forEach(result -> came.add(result.status()));
    if (came.contains(Status.STORED)) {
      silences.news(source);
    } else {
      boolean refused = came.equals(EnumSet.of(Status.REJECTED));
      silences.quiet(
          source, Silences.Quiet.of(refused ? Silences.Answer.REFUSED : Silences.Answer.REPEATED));
    }
  }

  private static Result result(
      String id, @Nullable Integer before, @Nullable Integer after, @Nullable String rejected) {
    if (rejected != null) {
      return new Result(id, Status.REJECTED, rejected);
    }
    if (before == null) {
      return new Result(id, Status.STORED, null);
    }
    return new Result(id, before.equals(after) ? Status.DUPLICATE : Status.CHANGED, null);
  }

  private Map<String, UUID> places() {
    Map<String, UUID> byName = new HashMap<>();
    for (Location place : locations.current()) {
      for (String name : place.names()) {
        byName.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), place.id());
      }
    }
    return byName;
  }

  @Transactional
  int withdraw(String sourceName, List<String> externalIds, SignedIn who) {
    Optional<Source> source =
        sources.all().stream().filter(s -> s.name().equalsIgnoreCase(sourceName)).findFirst();
    if (source.isEmpty()) {
      throw new ApiProblem(
          HttpStatus.NOT_FOUND,
          "source-unknown",
          "There is no source of that name. Nothing was deleted.");
    }
    List<String> usable = externalIds.stream().filter(id -> id.indexOf('\0') < 0).toList();
    int deleted = intake.withdraw(source.get().id(), usable);
    if (deleted > 0) {
      events.publishEvent(
          new Auditable(
              who.actor(),
              who.name(),
              "listening.posts-withdrawn",
              "source:" + source.get().id(),
              Map.of("posts", Integer.toString(deleted))));
    }
    return deleted;
  }
}
