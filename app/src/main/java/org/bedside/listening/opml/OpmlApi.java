package org.bedside.listening.opml;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.bedside.api.ApiProblem;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Source;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes many feeds at once, each looked at first, and gives them out. */
@RestController
class OpmlApi {

  private final FeedLists lists;

  OpmlApi(FeedLists lists) {
    this.lists = lists;
  }

  record Answer(int added, List<FeedOfList> items) {}

  @Requires(Permission.READ_SOURCES)
  @GetMapping(value = "/api/v1/feeds.opml", produces = "text/x-opml;charset=UTF-8")
  String export() {
    return lists.write();
  }

  /**
   * Looks at each feed of the list and, unless it is only a preview, adds those that answer.
   *
   * @param preview whether nothing is to be added
   */
  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/api/v1/feeds/opml")
  Answer take(
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestParam(defaultValue = "MATCHED") Source.Takes takes,
      HttpServletRequest request,
      SignedIn who)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(FeedLists.MOST_BYTES + 1);
    if (body.length > FeedLists.MOST_BYTES) {
      throw new ApiProblem(
          HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "A list is at most 4 MB.");
    }
    List<Opml.Outline> outlines = Opml.read(body);
    if (outlines.isEmpty()) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST,
          "opml-unreadable",
          "The body is no OPML list of feeds. Nothing was added.");
    }
    if (preview) {
      return new Answer(0, lists.look(outlines));
    }
    List<FeedOfList> done = lists.add(outlines, takes, who);
    return new Answer((int) done.stream().filter(i -> i.status().equals("added")).count(), done);
  }
}
