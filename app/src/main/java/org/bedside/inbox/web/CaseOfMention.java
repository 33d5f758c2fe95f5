package org.bedside.inbox.web;

import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.inbox.Cases;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Leads those who know only what is answered, or only the reply, to where it is answered. */
@Controller
@Requires(Permission.WRITE_REPLIES)
class CaseOfMention {

  private final Cases cases;

  CaseOfMention(Cases cases) {
    this.cases = cases;
  }

  @GetMapping("/inbox/reply/{reply}")
  String ofReply(@PathVariable long reply) {
    long id =
        cases.ofReply(reply).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return "redirect:/inbox/" + id + "#sent-" + reply;
  }

  @GetMapping("/inbox/mention/{mention}")
  String open(@PathVariable long mention) {
    long id =
        cases
            .ofMention(mention)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return "redirect:/inbox/" + id + "/reply";
  }
}
