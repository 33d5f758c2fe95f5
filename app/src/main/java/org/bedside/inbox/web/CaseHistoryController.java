package org.bedside.inbox.web;

import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.bedside.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** All that ever happened to a case, field by field. */
@Controller
@Requires(Permission.READ_MENTIONS)
class CaseHistoryController {

  private final Cases cases;

  CaseHistoryController(Cases cases) {
    this.cases = cases;
  }

  @GetMapping("/inbox/{id}/history")
  String show(@PathVariable long id, SignedIn who, @ModelAttribute("page") Page page, Model model) {
    CaseFile file =
        cases.find(id, who).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("id", file.row().id());
    model.addAttribute("lines", HistoryLine.of(file, page));
    return "inbox/fullHistory";
  }
}
