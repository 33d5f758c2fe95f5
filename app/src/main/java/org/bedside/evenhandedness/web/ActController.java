package org.bedside.evenhandedness.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.bedside.evenhandedness.ActRefusedException;
import org.bedside.evenhandedness.HiddenSpan;
import org.bedside.evenhandedness.Ledger;
import org.bedside.evenhandedness.ModerationAct;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Mention;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records what was done to a review. */
@Controller
@Requires(Permission.KEEP_LEDGER)
class ActController {

  private final ActViews views;
  private final Ledger ledger;
  private final MessageSource messages;

  ActController(ActViews views, Ledger ledger, MessageSource messages) {
    this.views = views;
    this.ledger = ledger;
    this.messages = messages;
  }

  @GetMapping("/ledger/new")
  String form(
      @RequestParam(required = false) @Nullable Long mention,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    if (mention == null) {
      return "evenhandedness/choose";
    }
    return show(mention, ActViews.Sent.NOTHING, who, page, model);
  }

  @PostMapping("/ledger/entries")
  String record(
      @RequestParam(required = false) @Nullable Long mention,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String words,
      SignedIn who,
      Locale locale,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    if (mention == null) {
      return "redirect:/ledger/new";
    }
    Mention review = views.review(mention).orElseThrow(ActController::notFound);
    String problem = store(review, act, reason, words, who, page);
    if (problem != null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(mention, new ActViews.Sent(problem, act, reason, words), who, page, model);
    }
    redirect.addFlashAttribute("flash", messages.getMessage("ledger.recorded", null, locale));
    return "redirect:/ledger/new?mention=" + mention;
  }

  /** Stores the act; answers what stands against it in a sentence, or null where it is done. */
  private @Nullable String store(
      Mention review, String act, String reason, String words, SignedIn who, Page page) {
    ModerationAct chosen = LedgerViews.constant(ModerationAct.values(), act);
    if (chosen == null) {
      return page.text("ledger.act-missing");
    }
    ModerationReason why = LedgerViews.constant(ModerationReason.values(), reason);
    if (why == null) {
      return page.text("ledger.reason-missing");
    }
    if (chosen != ModerationAct.SPAN_HIDDEN && !words.isBlank()) {
      return page.text("ledger.refused." + ActRefusedException.Why.SPAN_NOT_ASKED_FOR.name());
    }
    try {
      HiddenSpan span = null;
      if (!words.isBlank()) {
        WordsInText found = WordsInText.find(words, review.text());
        if (found.times() != 1) {
          return page.text("ledger.words-found", found.times());
        }
        span = found.span();
      }
      ledger.record(review.id(), chosen, why, span, who);
      return null;
    } catch (ActRefusedException refused) {
      return page.text("ledger.refused." + refused.why().name());
    }
  }

  private String show(long mention, ActViews.Sent sent, SignedIn who, Page page, Model model) {
    model.addAttribute(
        "view", views.view(mention, sent, who, page).orElseThrow(ActController::notFound));
    return "evenhandedness/act";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
