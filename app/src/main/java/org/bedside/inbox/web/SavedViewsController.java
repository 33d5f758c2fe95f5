package org.bedside.inbox.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.SavedView;
import org.bedside.inbox.SavedViews;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps the filter of an address under a name. */
@Controller
@Requires(Permission.READ_MENTIONS)
class SavedViewsController {

  private final SavedViews views;
  private final MessageSource messages;

  SavedViewsController(SavedViews views, MessageSource messages) {
    this.views = views;
    this.messages = messages;
  }

  /** The filter stands in the address as in that of the list. */
  @PostMapping("/inbox/views")
  String keep(
      @ModelAttribute InboxParams params,
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable String shared,
      SignedIn who,
      Locale locale,
      RedirectAttributes redirect) {
    String query = ViewTabs.query(params);
    String here = query.isEmpty() ? "/inbox?state=open" : "/inbox?" + query;
    if (name == null || name.isBlank()) {
      return say("view.name-missing", "", here, locale, redirect);
    }
    boolean forAll = shared != null && who.may(Permission.MANAGE_INBOX);
    SavedView kept = views.keep(name, query, forAll, who);
    return say(forAll ? "view.shared" : "view.kept", kept.name(), here, locale, redirect);
  }

  @PostMapping("/inbox/views/{id}/removal")
  String remove(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    Optional<SavedView> view = find(id, who);
    if (view.isEmpty() || (view.get().shared() && !who.may(Permission.MANAGE_INBOX))) {
      return say("view.not-yours", "", "/inbox?state=open", locale, redirect);
    }
    views.remove(id, view.get().shared(), who);
    return say("view.removed", view.get().name(), "/inbox?state=open", locale, redirect);
  }

  /** What the inbox opens with; once more on the same view takes that back. */
  @PostMapping("/inbox/views/{id}/first")
  String first(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    Optional<SavedView> view = find(id, who);
    if (view.isEmpty()) {
      return say("view.not-yours", "", "/inbox?state=open", locale, redirect);
    }
    boolean off = view.get().first();
    views.openWith(off ? null : id, who);
    String here = new InboxViews.Shown(view.get(), null, true).href();
    return say(off ? "view.first-off" : "view.first-on", view.get().name(), here, locale, redirect);
  }

  private Optional<SavedView> find(UUID id, SignedIn who) {
    return views.of(who).stream().filter(view -> view.id().equals(id)).findFirst();
  }

  private String say(
      String key, String name, String where, Locale locale, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, new Object[] {name}, locale));
    return "redirect:" + where;
  }
}
