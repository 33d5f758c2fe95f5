package org.bedside.listening.push;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.api.ApiProblem;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

  private final WebhookSecrets secrets;

  WebhooksApi(WebhookSecrets secrets) {
    this.secrets = secrets;
  }

  record Wanted(@Nullable String source) {}

  /** The source is made where there is none of that name; an older secret of it ends. */
  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/api/v1/webhooks")
  @ResponseStatus(HttpStatus.CREATED)
  WebhookSecrets.Made make(@RequestBody Wanted wanted, SignedIn who) {
    String name = wanted.source() == null ? "" : wanted.source().strip();
    if (name.isEmpty() || name.length() > WebhookSecrets.LONGEST_NAME) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST,
          "source-missing",
          "Name the source, in at most 200 characters. Nothing was made.");
    }
    return secrets.make(name, who);
  }

  record Shown(UUID id, String source, String path, Instant createdAt) {}

  record All(List<Shown> items) {}

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/api/v1/webhooks")
  All list() {
    return new All(
        secrets.all().stream()
            .map(
                one ->
                    new Shown(
                        one.id(), one.source(), WebhookSecrets.path(one.id()), one.createdAt()))
            .toList());
  }

  @Requires(Permission.MANAGE_SOURCES)
  @DeleteMapping("/api/v1/webhooks/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, SignedIn who) {
    if (!secrets.remove(id, who)) {
      throw new ApiProblem(
          HttpStatus.NOT_FOUND,
          "webhook-unknown",
          "There is no such webhook. Nothing was changed.");
    }
  }
}
