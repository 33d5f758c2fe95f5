package org.bedside.identity.web;

import java.util.Comparator;
import java.util.List;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.NavItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start: the first place of the rail that somebody may see. */
@Controller
class HomeController {

  private final List<NavItem> places;

  HomeController(ObjectProvider<NavItem> places) {
    this.places = places.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
  }

  @Requires(Permission.USE_ACCOUNT)
  @GetMapping("/")
  String home(SignedIn who) {
    return "redirect:"
        + places.stream()
            .filter(place -> who.may(Permission.valueOf(place.permission())))
            .map(NavItem::path)
            .findFirst()
            .orElse("/account");
  }
}
