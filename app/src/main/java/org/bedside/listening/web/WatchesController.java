package org.bedside.listening.web;

import java.util.List;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Listening;
import org.bedside.listening.NameTakenException;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.listening.history.WatchRuns;
import org.bedside.ui.Page;
import org.bedside.understanding.WatchSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the organization listens for. */
@Controller
class WatchesController {

  private static final int TRIED_ON = 2_000;

  private final Watches watches;
  private final WatchSaver saver;
  private final Listening listening;
  private final WatchRuns runs;

  WatchesController(Watches watches, WatchSaver saver, Listening listening, WatchRuns runs) {
    this.watches = watches;
    this.saver = saver;
    this.listening = listening;
    this.runs = runs;
  }

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/watches")
  String list(Model model) {
    model.addAttribute("watches", watches.all());
    model.addAttribute("lastMatches", watches.lastMatches());
    model.addAttribute("runs", runs.unfinished());
    return "listening/watches";
  }

  @Requires(Permission.MANAGE_WATCHES)
  @GetMapping("/watches/new")
  String empty(Model model) {
    return show(model, WatchForm.EMPTY, null, null);
  }

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/watches/{id}")
  String edit(@PathVariable UUID id, Model model) {
    StoredWatch watch = find(id);
    WatchForm form = WatchForm.of(watch);
    model.addAttribute("runs", RunView.of(watch, runs.of(id)));
    return show(model, form, null, preview(form));
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/preview")
  String preview(
      @ModelAttribute("form") WatchForm form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Model model) {
    WatchPreview preview = preview(form);
    if (htmx == null) {
      return show(model, form, null, preview);
    }
    model.addAttribute("preview", preview);
    return "listening/watch-preview";
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches")
  String add(
      @ModelAttribute("form") WatchForm form,
      SignedIn who,
      Model model,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    if (form.nameOrEmpty().isEmpty()) {
      return show(model, form, "listening.watch-name-missing", preview(form));
    }
    try {
      String name = SourcesController.shortened(form.nameOrEmpty());
      StoredWatch added = saver.add(name, form.queryOrEmpty(), form.toThePast(), who);
      return saved(added.id(), name, form.toThePast(), page, redirect);
    } catch (WatchSyntaxException e) {
      return show(model, form, null, preview(form));
    } catch (NameTakenException e) {
      return show(model, form, "listening.watch-name-taken", preview(form));
    }
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/{id}")
  String change(
      @PathVariable UUID id,
      @ModelAttribute("form") WatchForm form,
      SignedIn who,
      Model model,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    StoredWatch watch = find(id);
    if (form.nameOrEmpty().isEmpty()) {
      return show(model, form, "listening.watch-name-missing", preview(form));
    }
    try {
      String name = SourcesController.shortened(form.nameOrEmpty());
      boolean runs = saver.change(watch, name, form.queryOrEmpty(), form.toThePast(), who);
      return saved(id, name, runs, page, redirect);
    } catch (WatchSyntaxException e) {
      return show(model, form, null, preview(form));
    } catch (NameTakenException e) {
      return show(model, form, "listening.watch-name-taken", preview(form));
    }
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/{id}/pause")
  String pause(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return switchTo(id, false, who, page, redirect);
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/{id}/resume")
  String resume(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return switchTo(id, true, who, page, redirect);
  }

  private String switchTo(
      UUID id, boolean active, SignedIn who, Page page, RedirectAttributes redirect) {
    StoredWatch watch = find(id);
    try {
      watches.change(id, watch.name(), watch.query(), active, who);
    } catch (WatchSyntaxException e) {
      return "redirect:/watches/" + id;
    }
    String key = active ? "listening.watch-resumed" : "listening.watch-paused";
    redirect.addFlashAttribute("flash", page.text(key, watch.name()));
    return "redirect:/watches";
  }

  @Requires(Permission.MANAGE_WATCHES)
  @GetMapping("/watches/{id}/remove")
  String confirm(@PathVariable UUID id, Model model) {
    model.addAttribute("watch", find(id));
    return "listening/watch-remove";
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/{id}/remove")
  String remove(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    StoredWatch watch = find(id);
    watches.remove(id, who);
    redirect.addFlashAttribute("flash", page.text("listening.watch-removed", watch.name()));
    return "redirect:/watches";
  }

  private static String saved(
      UUID id, String name, boolean runs, Page page, RedirectAttributes redirect) {
    String key = runs ? "listening.watch-saved-past" : "listening.watch-saved";
    redirect.addFlashAttribute("flash", page.text(key, name));
    return "redirect:/watches" + (runs ? "/" + id : "");
  }

  private WatchPreview preview(WatchForm form) {
    return WatchPreview.of(form.queryOrEmpty(), listening.recentPosts(TRIED_ON));
  }

  private static String show(
      Model model, WatchForm form, @Nullable String nameProblem, @Nullable WatchPreview preview) {
    model.addAttribute("form", form);
    model.addAttribute("nameProblem", nameProblem);
    model.addAttribute(
        "preview", preview == null ? new WatchPreview(null, 0, 0, List.of()) : preview);
    return "listening/watch";
  }

  private StoredWatch find(UUID id) {
    return watches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
