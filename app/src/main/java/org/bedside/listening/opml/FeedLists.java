package org.bedside.listening.opml;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Listening;
import org.bedside.listening.NameTakenException;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.connector.Connector;
import org.bedside.listening.connector.Look;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Lists of feeds, in and out. Safe for use by several threads. */
@Component
class FeedLists implements DisposableBean {

  static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int NAMES_TRIED = 20;

  private final Sources sources;
  private final Listening listening;
  private final Outbound outbound;
  private final List<Connector> connectors;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  FeedLists(Sources sources, Listening listening, Outbound outbound, List<Connector> connectors) {
    this.sources = sources;
    this.listening = listening;
    this.outbound = outbound;
    this.connectors = List.copyOf(connectors);
  }

  /** The organization's feeds as a list. */
  String write() {
    Map<String, String> feeds = new LinkedHashMap<>();
    for (Source source : sources.all()) {
      String url = source.url();
      if (url != null && source.kind() == Source.Kind.FEED && url.startsWith("http")) {
        feeds.put(url, source.name());
      }
    }
    return Opml.write("Bedside", feeds);
  }

  /** Looks at each feed of a list and adds those that answer; tells of each what became of it. */
  List<FeedOfList> add(List<Opml.Outline> outlines, Source.Takes takes, SignedIn who) {
    return look(outlines).stream().map(item -> added(item, takes, who)).toList();
  }

  /** Looks at each feed of a list, as many at once as their hosts allow. */
  List<FeedOfList> look(List<Opml.Outline> outlines) {
    Set<String> known = new HashSet<>();
    for (Source source : sources.all()) {
      if (source.url() != null) {
        known.add(Opml.same(URI.create(source.url())));
      }
    }
    Set<String> listed = new HashSet<>();
    List<Future<FeedOfList>> waiting = new ArrayList<>();
    for (Opml.Outline outline : outlines) {
      String same = outline.url().map(Opml::same).orElse("");
      boolean repeated = !same.isEmpty() && !listed.add(same);
      waiting.add(threads.submit(() -> look(outline, known.contains(same), repeated)));
    }
    long until = System.nanoTime() + PATIENCE.toNanos();
    List<FeedOfList> items = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      items.add(awaited(waiting.get(i), outlines.get(i), until - System.nanoTime()));
    }
    return items;
  }

  private static FeedOfList awaited(Future<FeedOfList> waiting, Opml.Outline outline, long nanos) {
    try {
      return waiting.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return item(outline, "unreachable", "outbound.interrupted", null);
    } catch (TimeoutException | ExecutionException e) {
      waiting.cancel(true);
      return item(outline, "unreachable", "outbound.too-slow", null);
    }
  }

  private FeedOfList look(Opml.Outline outline, boolean known, boolean repeated) {
    if (outline.url().isEmpty()) {
      return item(outline, "invalid", "outbound.address-invalid", outline.written());
    }
    if (known || repeated) {
      return item(outline, known ? "known" : "repeated", null, null);
    }
    URI url = outline.url().get();
    Optional<Answer.Refused> refusal = outbound.refusal(url);
    if (refusal.isPresent()) {
      return item(outline, "refused", refusal.get().code(), refusal.get().detail());
    }
    for (Connector connector : connectors) {
      if (connector.type().equals("feed")) {
        return switch (connector.look(url, null)) {
          case Look.Found(List<Look.Candidate> found) ->
              new FeedOfList(
                  outline.title().isBlank() ? found.getFirst().title() : outline.title(),
                  found.getFirst().url().toString(),
                  "new",
                  null,
                  null);
          case Look.Nothing(String code, String detail) ->
              item(outline, "unreachable", code, detail);
        };
      }
    }
    return item(outline, "unreachable", "listening.no-connector", null);
  }

  private static FeedOfList item(
      Opml.Outline outline, String status, @Nullable String code, @Nullable String detail) {
    return new FeedOfList(outline.title(), outline.written(), status, code, detail);
  }

  private FeedOfList added(FeedOfList item, Source.Takes takes, SignedIn who) {
    if (!item.status().equals("new")) {
      return item;
    }
    for (int n = 1; n <= NAMES_TRIED; n++) {
      String name = n == 1 ? item.title() : item.title() + " " + n;
      try {
        listening.begin(name, URI.create(item.url()), "feed", takes, null, null, who);
        return new FeedOfList(name, item.url(), "added", null, null);
      } catch (NameTakenException e) {
        // The next number.
      }
    }
    return new FeedOfList(item.title(), item.url(), "refused", "listening.name-taken", null);
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
