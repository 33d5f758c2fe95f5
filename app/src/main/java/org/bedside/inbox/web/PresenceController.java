package org.bedside.inbox.web;

import java.util.List;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.live.Presence;
import org.bedside.live.Watchable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who else has a case open, and who writes a reply to it. */
@Controller
@Requires(Permission.READ_MENTIONS)
class PresenceController {

  private final Presence presence;

  PresenceController(Presence presence) {
    this.presence = presence;
  }

  @GetMapping("/inbox/{id}/presence")
  String present(@PathVariable long id, SignedIn who, Model model) {
    List<String> writing = presence.others("reply:" + id, who);
    model.addAttribute("writing", writing);
    model.addAttribute(
        "reading",
        presence.others("case:" + id, who).stream()
            .filter(name -> !writing.contains(name))
            .toList());
    return "inbox/present";
  }

  @Configuration(proxyBeanMethods = false)
  static class Watched {
    @Bean
    Watchable watchedReplies() {
      return new Watchable("reply", Permission.READ_MENTIONS);
    }
  }
}
