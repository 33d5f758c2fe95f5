package org.bedside.listening.opml;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Brings a list of feeds from another reader, and takes one along. */
@Controller
class OpmlController {

  private final FeedLists lists;

  OpmlController(FeedLists lists) {
    this.lists = lists;
  }

  @Requires(Permission.MANAGE_SOURCES)
  @GetMapping("/sources/opml")
  String form(Model model) {
    return show(model, null, List.of());
  }

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/sources/feeds.opml")
  ResponseEntity<String> download() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/x-opml;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"feeds.opml\"")
        .body(lists.write());
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/opml")
  String take(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "MATCHED") Source.Takes takes,
      SignedIn who,
      Model model)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return show(model, "listening.opml-missing", List.of());
    }
    byte[] body;
    try (InputStream in = file.getInputStream()) {
      body = in.readNBytes(FeedLists.MOST_BYTES + 1);
    }
    if (body.length > FeedLists.MOST_BYTES) {
      return show(model, "listening.opml-large", List.of());
    }
    List<Opml.Outline> outlines = Opml.read(body);
    return outlines.isEmpty()
        ? show(model, "listening.opml-unreadable", List.of())
        : show(model, null, lists.add(outlines, takes, who));
  }

  private static String show(Model model, @Nullable String problem, List<FeedOfList> feeds) {
    model.addAttribute("problem", problem);
    model.addAttribute("feeds", feeds);
    return "listening/opml";
  }
}
