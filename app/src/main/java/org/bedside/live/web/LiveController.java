package org.bedside.live.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The one stream of a page. Carries no content: a page hears that something changed and asks for
 * what it then shows, under its reader's own permissions. What it hears of has a permission each.
 */
@Controller
@Requires(Permission.USE_ACCOUNT)
class LiveController {

  private final OpenPages pages;

  LiveController(OpenPages pages) {
    this.pages = pages;
  }

  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(
      @RequestParam(defaultValue = "") List<String> watching,
      @RequestParam(defaultValue = "") String after,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
      SignedIn who) {
    return pages.open(who, watching, time(last.isEmpty() ? after : last));
  }

  private static @Nullable Instant time(String written) {
    try {
      return written.isEmpty() ? null : Instant.parse(written);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
