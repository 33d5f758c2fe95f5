package org.bedside.inbox.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Moderation;
import org.bedside.inbox.Moderation.Decision;
import org.bedside.inbox.Moderation.Queue;
import org.bedside.inbox.StaleCaseException;
import org.bedside.inbox.WatchedWords;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The posts that deserve a moderator's look, and what is decided about them. */
@Controller
@Requires(Permission.READ_MENTIONS)
class ModerationController {

  private static final int PAGE = 25;
  private static final String HERE = "redirect:/moderation";

  private final Moderation moderation;
  private final WatchedWords words;
  private final Sources sources;
  private final Members members;
  private final Meanwhile meanwhile;
  private final MessageSource messages;

  ModerationController(
      Moderation moderation,
      WatchedWords words,
      Sources sources,
      Members members,
      Meanwhile meanwhile,
      MessageSource messages) {
    this.moderation = moderation;
    this.words = words;
    this.sources = sources;
    this.members = members;
    this.meanwhile = meanwhile;
    this.messages = messages;
  }

  @GetMapping("/moderation")
  String queue(@RequestParam(required = false) @Nullable String after, Model model) {
    Queue queue = moderation.list(after, PAGE);
    model.addAttribute(
        "view",
        new ModerationView(
            queue.items(),
            sources.all().stream().collect(Collectors.toMap(Source::id, Source::name)),
            members.current(),
            queue.next() == null ? null : "/moderation?after=" + queue.next(),
            after == null,
            !words.all().isEmpty()));
    return "inbox/moderation";
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping("/moderation/{id}/decision")
  String decide(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(required = false) @Nullable UUID member,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    Optional<Decision> decision = read(act, reason, note, member);
    if (decision.isEmpty()) {
      String key = act.equals("REPORTED") ? "moderation.needs-reason" : "moderation.needs-person";
      return say(messages.getMessage(key, null, locale), redirect);
    }
    try {
      moderation.decide(id, version, decision.get(), who);
    } catch (StaleCaseException stale) {
      return say(meanwhile.of(id, who, locale), redirect);
    } catch (IllegalArgumentException gone) {
      return say(messages.getMessage("moderation.needs-person", null, locale), redirect);
    }
    if (!act.equals("AGAIN")) {
      int since = version + (act.equals("CASE") ? 2 : 1);
      redirect.addFlashAttribute(
          "undo", "/moderation/" + id + "/decision?act=AGAIN&version=" + since);
    }
    return say(messages.getMessage("moderation.done." + act, null, locale), redirect);
  }

  private static Optional<Decision> read(
      String act, String reason, String note, @Nullable UUID member) {
    return switch (act) {
      case "NOTHING" -> Optional.of(new Decision.NothingToDo());
      case "AGAIN" -> Optional.of(new Decision.LookAgain());
      case "CASE" -> Optional.ofNullable(member).map(Decision.LeaveTo::new);
      case "REPORTED" ->
          java.util.Arrays.stream(Moderation.Reason.values())
              .filter(one -> one.name().equals(reason))
              .findFirst()
              .map(one -> new Decision.Report(one, CaseActionsController.reason(note)));
      case String other -> Optional.empty();
    };
  }

  private static String say(String words, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", words);
    return HERE;
  }
}
