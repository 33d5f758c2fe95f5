package org.bedside.listening.opml;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bedside.api.ApiProblem;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Listening;
import org.bedside.listening.NameTakenException;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.connector.Connector;
import org.bedside.listening.connector.Look;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes many feeds at once, each looked at first, and gives them out. */
@RestController
class OpmlApi implements DisposableBean {

  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int NAMES_TRIED = 20;

  private final Sources sources;
  private final Listening listening;
  private final Outbound outbound;
  private final List<Connector> connectors;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  OpmlApi(Sources sources, Listening listening, Outbound outbound, List<Connector> connectors) {
    this.sources = sources;
    this.listening = listening;
    this.outbound = outbound;
    this.connectors = List.copyOf(connectors);
  }

  /** What is with a feed: new, added, known, repeated, refused, unreachable or invalid. */
  record Item(String title, String url, String status, @Nullable String code) {}

  record Answer(int added, List<Item> items) {}

  @Requires(Permission.READ_SOURCES)
  @GetMapping(value = "/api/v1/feeds.opml", produces = "text/x-opml;charset=UTF-8")
  String export(SignedIn who) {
    Map<String, String> feeds = new LinkedHashMap<>();
    for (Source source : sources.all()) {
      String url = source.url();
      if (url != null && source.kind() == Source.Kind.FEED && url.startsWith("http")) {
        feeds.put(url, source.name());
      }
    }
    return Opml.write("Bedside", feeds);
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
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
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
    List<Item> items = looked(outlines);
    if (preview) {
      return new Answer(0, items);
    }
    List<Item> done = items.stream().map(item -> added(item, takes, who)).toList();
    return new Answer((int) done.stream().filter(i -> i.status().equals("added")).count(), done);
  }

  private List<Item> looked(List<Opml.Outline> outlines) {
    Set<String> known = new HashSet<>();
    for (Source source : sources.all()) {
      if (source.url() != null) {
        known.add(Opml.same(URI.create(source.url())));
      }
    }
    Set<String> listed = new HashSet<>();
    List<Future<Item>> waiting = new ArrayList<>();
    for (Opml.Outline outline : outlines) {
      String same = outline.url().map(Opml::same).orElse("");
      boolean repeated = !same.isEmpty() && !listed.add(same);
      waiting.add(threads.submit(() -> look(outline, known.contains(same), repeated)));
    }
    long until = System.nanoTime() + PATIENCE.toNanos();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      items.add(awaited(waiting.get(i), outlines.get(i), until - System.nanoTime()));
    }
    return items;
  }

  private static Item awaited(Future<Item> waiting, Opml.Outline outline, long nanos) {
    try {
      return waiting.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return item(outline, "unreachable", "outbound.interrupted");
    } catch (TimeoutException | ExecutionException e) {
      waiting.cancel(true);
      return item(outline, "unreachable", "outbound.too-slow");
    }
  }

  private Item look(Opml.Outline outline, boolean known, boolean repeated) {
    if (outline.url().isEmpty()) {
      return item(outline, "invalid", "outbound.address-invalid");
    }
    if (known || repeated) {
      return item(outline, known ? "known" : "repeated", null);
    }
    URI url = outline.url().get();
    if (outbound.refusal(url).isPresent()) {
      return item(outline, "refused", outbound.refusal(url).get().code());
    }
    for (Connector connector : connectors) {
      if (connector.type().equals("feed")) {
        return switch (connector.look(url, null)) {
          case Look.Found(List<Look.Candidate> found) ->
              new Item(
                  outline.title().isBlank() ? found.getFirst().title() : outline.title(),
                  found.getFirst().url().toString(),
                  "new",
                  null);
          case Look.Nothing(String code, String _) -> item(outline, "unreachable", code);
        };
      }
    }
    return item(outline, "unreachable", "listening.no-connector");
  }

  private static Item item(Opml.Outline outline, String status, @Nullable String code) {
    return new Item(outline.title(), outline.written(), status, code);
  }

  private Item added(Item item, Source.Takes takes, SignedIn who) {
    if (!item.status().equals("new")) {
      return item;
    }
    for (int n = 1; n <= NAMES_TRIED; n++) {
      String name = n == 1 ? item.title() : item.title() + " " + n;
      try {
        listening.begin(name, URI.create(item.url()), "feed", takes, null, null, who);
        return new Item(name, item.url(), "added", null);
      } catch (NameTakenException e) {
        // The next number.
      }
    }
    return new Item(item.title(), item.url(), "refused", "listening.name-taken");
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
