package org.bedside.listening.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.listening.history.WatchRun;
import org.bedside.listening.history.WatchRuns;
import org.bedside.ui.Page;
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

/** The run of a watch through stored posts, as its page shows and steers it. */
@Controller
class WatchRunsController {

  private final Watches watches;
  private final WatchRuns runs;

  WatchRunsController(Watches watches, WatchRuns runs) {
    this.watches = watches;
    this.runs = runs;
  }

  /**
   * What moves; as soon as the state is another than the page knows, the whole card with its
   * buttons. The page itself isn't loaded anew: somebody may be changing the query on it.
   */
  @Requires(Permission.READ_SOURCES)
  @GetMapping("/watches/{id}/run")
  String progress(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String state,
      Model model,
      HttpServletResponse response) {
    RunView view = RunView.of(find(id), runs.of(id));
    model.addAttribute("view", view);
    if (view.state().equals(state)) {
      return "listening/watch-run-bar";
    }
    response.setHeader("HX-Retarget", "#run");
    return "listening/watch-run";
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/{id}/run")
  String begin(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    runs.begin(find(id).id(), who);
    return back(id, "begun", page, redirect);
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/{id}/run/pause")
  String pause(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    boolean done = runs.pause(unfinished(id), who);
    return back(id, done ? "paused" : "over", page, redirect);
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/{id}/run/resume")
  String resume(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    boolean done = runs.resume(unfinished(id), who);
    return back(id, done ? "resumed" : "over", page, redirect);
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/{id}/run/cancel")
  String cancel(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    boolean done = runs.cancel(unfinished(id), who);
    return back(id, done ? "cancelled" : "over", page, redirect);
  }

  private static String back(UUID id, String what, Page page, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", page.text("listening.run.flash." + what));
    return "redirect:/watches/" + id;
  }

  /** The run that the page's buttons mean; any where it is over by now, so that nothing happens. */
  private UUID unfinished(UUID watch) {
    find(watch);
    return runs.of(watch).stream()
        .filter(run -> !run.state().isOver())
        .map(WatchRun::id)
        .findFirst()
        .orElse(watch);
  }

  private StoredWatch find(UUID id) {
    return watches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
