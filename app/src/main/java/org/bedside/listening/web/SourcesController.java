package org.bedside.listening.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.directory.Locations;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Listening;
import org.bedside.listening.NameTakenException;
import org.bedside.listening.Silence;
import org.bedside.listening.Silences;
import org.bedside.listening.Source;
import org.bedside.listening.SourceHealth;
import org.bedside.listening.Sources;
import org.bedside.listening.connector.Connector;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Need;
import org.bedside.listening.connector.Streaming;
import org.bedside.listening.poll.Heartbeat;
import org.bedside.listening.websub.Pushes;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the organization listens, and how each source is doing. */
@Controller
class SourcesController {

  private static final int LAST_POSTS = 20;

  private final Sources sources;
  private final Listening listening;
  private final Locations locations;
  private final Heartbeat heartbeat;

  private final SourceFinder finder;
  private final Pushes pushes;
  private final Silences silences;
  private final Clock clock;

  SourcesController(
      Sources sources,
      Listening listening,
      Locations locations,
      Heartbeat heartbeat,
      SourceFinder finder,
      Pushes pushes,
      Silences silences,
      Clock clock) {
    this.finder = finder;
    this.pushes = pushes;
    this.silences = silences;
    this.clock = clock;
    this.sources = sources;
    this.listening = listening;
    this.locations = locations;
    this.heartbeat = heartbeat;
  }

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/sources")
  String list(Model model) {
    Map<UUID, SourceHealth> health = listening.health();
    List<SourceRow> rows =
        sources.all().stream()
            .filter(source -> health.containsKey(source.id()))
            .map(source -> row(source, health))
            .sorted(Comparator.comparing(row -> row.health().condition()))
            .toList();
    model.addAttribute("sources", rows);
    return "listening/sources";
  }

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/sources/{id}")
  String one(@PathVariable UUID id, Model model) {
    return show(id, null, model);
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/{id}")
  String change(
      @PathVariable UUID id,
      @RequestParam String name,
      @RequestParam(defaultValue = "ALL") Source.Takes takes,
      @RequestParam(required = false) @Nullable UUID location,
      SignedIn who,
      Model model,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Source source = find(id);
    if (name.isBlank()) {
      return show(id, "listening.name-missing", model);
    }
    try {
      sources.change(id, shortened(name), takes, location, who);
    } catch (NameTakenException e) {
      return show(id, "listening.name-taken", model);
    }
    return done(source, "listening.changed", page, redirect);
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/{id}/pause")
  String pause(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Source source = find(id);
    sources.pause(id, who);
    return done(source, "listening.paused", page, redirect);
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/{id}/resume")
  String resume(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Source source = find(id);
    sources.resume(id, who);
    heartbeat.wake();
    return done(source, "listening.resumed", page, redirect);
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/{id}/fetch")
  String fetch(
      @PathVariable UUID id, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    Source source = find(id);
    listening.makeDue(id);
    heartbeat.wake();
    return done(source, "listening.asking", page, redirect);
  }

  /** A login without a user name is none. */
  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/{id}/login")
  String login(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String user,
      @RequestParam(defaultValue = "") String password,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Source source = find(id);
    Credential login = user.isBlank() ? null : Credential.login(shortened(user), password);
    listening.changeCredential(id, login, who);
    heartbeat.wake();
    return done(
        source, login == null ? "listening.login-removed" : "listening.login-kept", page, redirect);
  }

  /** What its network needs, where that is more than a login. */
  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/{id}/access")
  String access(
      @PathVariable UUID id,
      @ModelAttribute("access") AccessForm form,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Source source = find(id);
    List<Need> needs = network(id).map(Connector::needs).orElse(List.of());
    listening.changeCredential(id, form.over(needs, listening.credential(id).orElse(null)), who);
    heartbeat.wake();
    return done(source, "listening.access-kept", page, redirect);
  }

  private Optional<Connector> network(UUID id) {
    return Optional.ofNullable(listening.health().get(id))
        .flatMap(health -> finder.network(health.connector()));
  }

  @Requires(Permission.MANAGE_SOURCES)
  @GetMapping("/sources/{id}/remove")
  String confirm(@PathVariable UUID id, Model model) {
    model.addAttribute("row", row(find(id), listening.health()));
    model.addAttribute("posts", listening.posts(id));
    return "listening/source-remove";
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/{id}/remove")
  String remove(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Source source = find(id);
    sources.remove(id, who);
    redirect.addFlashAttribute("flash", page.text("listening.removed", source.name()));
    return "redirect:/sources";
  }

  private String show(UUID id, @Nullable String problem, Model model) {
    Source source = find(id);
    SourceRow row = row(source, listening.health());
    model.addAttribute("row", row);
    model.addAttribute("silence", silence(row));
    model.addAttribute("posts", listening.lastPosts(id, LAST_POSTS));
    model.addAttribute("locations", locations.current());
    model.addAttribute("problem", problem);
    model.addAttribute("push", pushes.of(id).orElse(null));
    Optional<Connector> way = network(id);
    model.addAttribute(
        "grant", way.filter(one -> one.grant().isPresent()).map(Connector::type).orElse(null));
    List<Need> needs = way.map(Connector::needs).orElse(List.of());
    Optional<Credential> kept = listening.credential(id);
    Map<String, String> entered = new HashMap<>();
    for (Need need : needs) {
      boolean shown = need.kind() == Need.Kind.TEXT;
      entered.put(need.name(), shown ? kept.map(one -> one.get(need.name())).orElse("") : "");
    }
    model.addAttribute("needs", needs);
    model.addAttribute("entered", entered);
    model.addAttribute("loginUser", kept.map(one -> one.get(Credential.USER)).orElse(null));
    return "listening/source";
  }

  private static String done(Source source, String key, Page page, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", page.text(key, source.name()));
    return "redirect:/sources/" + source.id();
  }

  private SourceRow row(Source source, Map<UUID, SourceHealth> health) {
    SourceHealth known = health.get(source.id());
    if (known == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return SourceRow.of(source, known, clock.instant());
  }

  private @Nullable Silence silence(SourceRow row) {
    if (row.health().condition() != SourceHealth.Condition.SILENT) {
      return null;
    }
    boolean streamed =
        finder
            .network(row.health().connector())
            .filter(way -> way instanceof Streaming)
            .isPresent();
    return silences.likely(row.source(), row.health(), streamed);
  }

  static String shortened(String name) {
    String stripped = name.strip();
    return stripped.length() <= 200 ? stripped : stripped.substring(0, 200);
  }

  private Source find(UUID id) {
    return sources.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
