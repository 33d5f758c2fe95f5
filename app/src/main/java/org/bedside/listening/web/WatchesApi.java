package org.bedside.listening.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.NameTakenException;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.understanding.WatchSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Watches over the HTTP API. */
@RestController
class WatchesApi {

  private final Watches watches;
  private final WatchSaver saver;
  private final MessageSource messages;

  WatchesApi(Watches watches, WatchSaver saver, MessageSource messages) {
    this.watches = watches;
    this.saver = saver;
    this.messages = messages;
  }

  record View(UUID id, String name, String query, boolean active, Instant changedAt) {
    static View of(StoredWatch watch) {
      return new View(watch.id(), watch.name(), watch.query(), watch.active(), watch.changedAt());
    }
  }

  record Views(List<View> items) {}

  /**
   * @param past whether it is held against all stored posts too; yes where absent
   */
  record NewWatch(@Nullable String name, @Nullable String query, @Nullable Boolean past) {}

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/api/v1/watches")
  Views list() {
    return new Views(watches.all().stream().map(View::of).toList());
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/api/v1/watches")
  ResponseEntity<View> add(@RequestBody NewWatch wanted, SignedIn who, Locale locale) {
    if (wanted.name() == null || wanted.name().isBlank()) {
      throw problem(HttpStatus.BAD_REQUEST, "listening.watch-name-missing", null, locale);
    }
    try {
      StoredWatch watch =
          saver.add(
              SourcesController.shortened(wanted.name()),
              wanted.query() == null ? "" : wanted.query(),
              wanted.past() == null || wanted.past(),
              who);
      return ResponseEntity.status(HttpStatus.CREATED).body(View.of(watch));
    } catch (WatchSyntaxException e) {
      throw problem(HttpStatus.UNPROCESSABLE_CONTENT, e.code(), e.column(), locale);
    } catch (NameTakenException e) {
      throw problem(HttpStatus.CONFLICT, "listening.watch-name-taken", null, locale);
    }
  }

  @Requires(Permission.MANAGE_WATCHES)
  @DeleteMapping("/api/v1/watches/{id}")
  ResponseEntity<Void> remove(@PathVariable UUID id, SignedIn who, Locale locale) {
    if (watches.find(id).isEmpty()) {
      throw problem(HttpStatus.NOT_FOUND, "listening.watch-unknown", null, locale);
    }
    watches.remove(id, who);
    return ResponseEntity.noContent().build();
  }

  private ErrorResponseException problem(
      HttpStatus status, String code, @Nullable Integer column, Locale locale) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status, messages.getMessage(code, null, code, locale));
    problem.setProperty("code", code);
    if (column != null) {
      problem.setProperty("column", column);
    }
    return new ErrorResponseException(status, problem, null);
  }
}
