package org.bedside.inbox.web;

import java.util.Locale;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Joins;
import org.bedside.inbox.Notes;
import org.bedside.inbox.StaleCaseException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes changed and taken back, what colleagues ask of one, and mentions that don't belong. */
@Controller
@Requires(Permission.WORK_INBOX)
class NotesController {

  private static final int LONGEST_NOTE = 10_000;
  private static final int SHOWN = 100;

  private final Notes notes;
  private final Joins joins;
  private final MessageSource messages;

  NotesController(Notes notes, Joins joins, MessageSource messages) {
    this.notes = notes;
    this.joins = joins;
    this.messages = messages;
  }

  @PostMapping("/inbox/{id}/notes/{note}")
  String change(
      @PathVariable long id,
      @PathVariable long note,
      @RequestParam String text,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    String now = text.strip();
    boolean done =
        now.isEmpty()
            ? notes.takeBack(note, who)
            : notes.change(note, now.substring(0, Math.min(now.length(), LONGEST_NOTE)), who);
    String key = now.isEmpty() ? "inbox.note-taken-back" : "inbox.note-changed";
    return say(id, done ? key : "inbox.note-too-late", locale, redirect);
  }

  @PostMapping("/inbox/{id}/notes/{note}/removal")
  String takeBack(
      @PathVariable long id,
      @PathVariable long note,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    boolean done = notes.takeBack(note, who);
    return say(id, done ? "inbox.note-taken-back" : "inbox.note-too-late", locale, redirect);
  }

  @PostMapping("/inbox/{id}/parting")
  String part(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam long mention,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    try {
      joins.part(id, version, mention, who);
    } catch (StaleCaseException stale) {
      say(id, "inbox.stale", locale, redirect);
      return "redirect:/inbox/" + id + "?seen=" + version;
    }
    return say(id, "inbox.parted", locale, redirect);
  }

  @Requires(Permission.READ_MENTIONS)
  @GetMapping("/inbox/for-you")
  String forYou(SignedIn who, Model model) {
    model.addAttribute("asked", notes.askedOf(who, SHOWN));
    return "inbox/forYou";
  }

  @Requires(Permission.READ_MENTIONS)
  @PostMapping("/inbox/for-you/seen")
  String seen(SignedIn who, Locale locale, RedirectAttributes redirect) {
    notes.seen(null, who);
    redirect.addFlashAttribute("flash", messages.getMessage("inbox.for-you.done", null, locale));
    return "redirect:/inbox/for-you";
  }

  private String say(long id, String key, Locale locale, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, null, locale));
    return "redirect:/inbox/" + id;
  }
}
