package org.bedside.listening.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.directory.Locations;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Listening;
import org.bedside.listening.NameTakenException;
import org.bedside.listening.StoredPost;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.ui.Page;
import org.bedside.understanding.ProposedWatch;
import org.bedside.understanding.WatchProposals;
import org.bedside.understanding.WatchSyntaxException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Watches to begin with, written from the names of the organization. */
@Controller
class ProposalsController {

  private static final int TRIED_ON = 2_000;

  private final WatchProposals proposals = new WatchProposals();
  private final Watches watches;
  private final WatchSaver saver;
  private final Locations locations;
  private final Listening listening;

  ProposalsController(Watches watches, WatchSaver saver, Locations locations, Listening listening) {
    this.watches = watches;
    this.saver = saver;
    this.locations = locations;
    this.listening = listening;
  }

  @Requires(Permission.MANAGE_WATCHES)
  @GetMapping("/watches/propose")
  String begin(SignedIn who, Model model) {
    return show(model, ProposalForm.of(who.organizationName(), locations.current()));
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/propose")
  String propose(@ModelAttribute("form") ProposalForm form, Model model) {
    return show(model, form);
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/watches/propose/save")
  String save(
      @ModelAttribute("form") ProposalForm form,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    // Proposed anew, so that nothing is stored that wasn't on the page.
    Set<String> chosen = new HashSet<>(form.chosenOrNone());
    Set<String> names =
        watches.all().stream()
            .map(watch -> watch.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(HashSet::new));
    int saved = 0;
    for (ProposedWatch watch : fresh(form)) {
      if (chosen.contains(watch.query()) && save(watch, names, who)) {
        saved++;
      }
    }
    redirect.addFlashAttribute("flash", page.text("listening.propose-saved", saved));
    return "redirect:/watches";
  }

  private boolean save(ProposedWatch watch, Set<String> names, SignedIn who) {
    String name = SourcesController.shortened(watch.name());
    String free = name;
    for (int i = 2; !names.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + " " + i;
    }
    try {
      saver.add(free, watch.query(), true, who);
      return true;
    } catch (WatchSyntaxException | NameTakenException e) {
      // Somebody else took the name this very moment; it is proposed again.
      return false;
    }
  }

  /** Those that aren't watched yet. */
  private List<ProposedWatch> fresh(ProposalForm form) {
    Set<String> known = watches.all().stream().map(StoredWatch::query).collect(Collectors.toSet());
    return proposals.propose(form.read()).stream()
        .filter(watch -> !known.contains(watch.query()))
        .toList();
  }

  private String show(Model model, ProposalForm form) {
    List<StoredPost> posts = listening.recentPosts(TRIED_ON);
    model.addAttribute("form", form);
    model.addAttribute("looked", posts.size());
    model.addAttribute(
        "proposals", fresh(form).stream().map(watch -> Proposal.of(watch, posts)).toList());
    return "listening/watch-proposals";
  }
}
