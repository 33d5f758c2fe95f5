package org.bedside.evenhandedness.web;

import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.NavItem;
import org.bedside.ui.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What was done to reviews, and whether it falls evenly on low and high stars. */
@Controller
@Requires(Permission.READ_LEDGER)
class LedgerController {

  private final LedgerViews views;
  private final LedgerFiles files;

  LedgerController(LedgerViews views, LedgerFiles files) {
    this.views = views;
    this.files = files;
  }

  @GetMapping("/ledger")
  String show(
      LedgerViews.Wanted wanted, SignedIn who, @ModelAttribute("page") Page page, Model model) {
    model.addAttribute("view", views.view(wanted, who, page));
    return "evenhandedness/ledger";
  }

  @GetMapping("/ledger/rates.csv")
  ResponseEntity<String> rates(LedgerViews.Wanted wanted, SignedIn who) {
    return csv("review-rates", files.rates(wanted.period(), who.zone()));
  }

  @GetMapping("/ledger/entries.csv")
  ResponseEntity<String> entries(LedgerViews.Wanted wanted, SignedIn who) {
    return csv("review-ledger", files.entries(wanted.period(), who.zone()));
  }

  static ResponseEntity<String> csv(String name, String content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .body(content);
  }

  /** Its place in the rail. */
  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavItem ledgerPlace() {
      return new NavItem(30, "ledger.nav", "/ledger", "scale", Permission.READ_LEDGER.name());
    }
  }
}
