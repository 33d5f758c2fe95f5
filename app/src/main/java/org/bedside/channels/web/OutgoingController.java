package org.bedside.channels.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Delivery;
import org.bedside.channels.HoldSending;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.outbound.WebAddress;
import org.bedside.ui.NavCount;
import org.bedside.ui.NavItem;
import org.bedside.ui.Page;
import org.bedside.ui.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What goes out: what waits, what is there, and what only a person can tell. Words are not changed
 * here, since whoever changes them must pass the guard again.
 */
@Controller
@Requires(Permission.READ_MENTIONS)
class OutgoingController {

  private static final String PATH = "/outgoing";
  private static final int MOST = 100;

  private final Deliveries deliveries;
  private final HoldSending holding;

  OutgoingController(Deliveries deliveries, HoldSending holding) {
    this.deliveries = deliveries;
    this.holding = holding;
  }

  @GetMapping(PATH)
  String list(
      @RequestParam(required = false) @Nullable String show,
      @ModelAttribute("page") Page page,
      Model model) {
    Shown shown = Shown.of(show);
    Optional<HoldSending.Held> held = holding.held();
    List<Delivery> found = deliveries.list(shown.states(), MOST + 1);
    List<OutgoingView> lines =
        found.stream()
            .limit(MOST)
            .map(delivery -> new OutgoingView(delivery, held.isPresent()))
            .toList();
    model.addAttribute(
        "list", OutgoingList.of(shown, tabs(shown, page), lines, held, found.size() > MOST));
    return "channels/outgoing";
  }

  private List<Tab> tabs(Shown current, Page page) {
    Map<Delivery.State, Long> counts = deliveries.counts();
    return Arrays.stream(Shown.values())
        .map(
            shown -> {
              long many =
                  shown.states().stream().mapToLong(state -> counts.getOrDefault(state, 0L)).sum();
              return new Tab(
                  page.text("channels.show." + shown.name()),
                  PATH + "?show=" + shown.written(),
                  shown == current,
                  page.number(many));
            })
        .toList();
  }

  @GetMapping(PATH + "/{id}")
  String one(@PathVariable UUID id, Model model) {
    model.addAttribute("view", new OutgoingView(find(id), holding.held().isPresent()));
    return "channels/delivery";
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/hold")
  String holdAll(SignedIn who, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    holding.hold(who);
    redirect.addFlashAttribute("flash", page.text("channels.all-held"));
    return "redirect:" + PATH;
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/release")
  String releaseAll(SignedIn who, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    holding.release(who);
    redirect.addFlashAttribute("flash", page.text("channels.all-released"));
    return "redirect:" + PATH;
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/hold")
  String hold(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return done(id, deliveries.hold(id, who), "channels.done.held", page, redirect);
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/release")
  String release(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return done(id, deliveries.release(id, who), "channels.done.released", page, redirect);
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/cancel")
  String cancel(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return done(id, deliveries.cancel(id, who), "channels.done.cancelled", page, redirect);
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/again")
  String again(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return done(id, deliveries.sendAgain(id, who), "channels.done.again", page, redirect);
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/delete")
  String delete(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return done(id, deliveries.delete(id, who), "channels.done.deleting", page, redirect);
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/there")
  String there(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String address,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Optional<URI> url = WebAddress.parse(address).filter(WebAddress::isWeb);
    if (url.isEmpty()) {
      redirect.addFlashAttribute("flash", page.text("channels.there.no-address"));
      return "redirect:" + PATH + "/" + find(id).id();
    }
    return done(id, deliveries.isThere(id, url.get(), who), "channels.done.there", page, redirect);
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/missing")
  String missing(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return done(id, deliveries.isNotThere(id, who), "channels.done.missing", page, redirect);
  }

  private String done(UUID id, boolean done, String words, Page page, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", page.text(done ? words : "channels.done.too-late"));
    return "redirect:" + PATH + "/" + find(id).id();
  }

  private Delivery find(UUID id) {
    return deliveries
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such delivery"));
  }

  @Configuration(proxyBeanMethods = false)
  static class Places {
    @Bean
    NavItem outgoingPlace() {
      return new NavItem(19, "channels.outgoing", PATH, "send", Permission.READ_MENTIONS.name());
    }

    @Bean
    NavCount outgoingCount(Deliveries deliveries) {
      return new NavCount() {
        @Override
        public String path() {
          return PATH;
        }

        @Override
        public long count() {
          return deliveries.asking();
        }
      };
    }
  }
}
