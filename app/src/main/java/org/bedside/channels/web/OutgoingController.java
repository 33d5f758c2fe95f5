package org.bedside.channels.web;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.channels.Channel;
import org.bedside.channels.Channels;
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
import org.bedside.ui.Told;
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
  private final Channels channels;
  private final HoldSending holding;
  private final Clock clock;

  OutgoingController(Deliveries deliveries, Channels channels, HoldSending holding, Clock clock) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.clock = clock;
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
    Map<UUID, Channel> accounts =
        channels.all().stream().collect(Collectors.toMap(Channel::id, Function.identity()));
    List<OutgoingView> lines =
        found.stream()
            .limit(MOST)
            .map(delivery -> view(delivery, accounts, held.isPresent()))
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

  private OutgoingView view(Delivery delivery, Map<UUID, Channel> accounts, boolean allHeld) {
    return new OutgoingView(
        delivery,
        Waits.of(delivery, accounts.get(delivery.channel()), allHeld, clock.instant())
            .orElse(null));
  }

  @GetMapping(PATH + "/{id}")
  String one(@PathVariable UUID id, Model model) {
    Delivery delivery = find(id);
    Map<UUID, Channel> account =
        channels.find(delivery.channel()).stream()
            .collect(Collectors.toMap(Channel::id, Function.identity()));
    model.addAttribute("view", view(delivery, account, holding.held().isPresent()));
    return "channels/delivery";
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/hold")
  Told holdAll(SignedIn who) {
    holding.hold(who);
    return Told.on(PATH, "channels.all-held");
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/release")
  Told releaseAll(SignedIn who) {
    holding.release(who);
    return Told.on(PATH, "channels.all-released");
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/hold")
  Told hold(@PathVariable UUID id, SignedIn who) {
    return told(id, deliveries.hold(id, who), "channels.done.held");
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/release")
  Told release(@PathVariable UUID id, SignedIn who) {
    return told(id, deliveries.release(id, who), "channels.done.released");
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/cancel")
  Told cancel(@PathVariable UUID id, SignedIn who) {
    return told(id, deliveries.cancel(id, who), "channels.done.cancelled");
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/again")
  Told again(@PathVariable UUID id, SignedIn who) {
    return told(id, deliveries.sendAgain(id, who), "channels.done.again");
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/delete")
  Told delete(@PathVariable UUID id, SignedIn who) {
    return told(id, deliveries.delete(id, who), "channels.done.deleting");
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/there")
  Told there(@PathVariable UUID id, @RequestParam(defaultValue = "") String address, SignedIn who) {
    Optional<URI> url = WebAddress.parse(address).filter(WebAddress::isWeb);
    return url.isEmpty()
        ? Told.on(at(id), "channels.there.no-address")
        : told(id, deliveries.isThere(id, url.get(), who), "channels.done.there");
  }

  @Requires(Permission.WORK_INBOX)
  @PostMapping(PATH + "/{id}/missing")
  Told missing(@PathVariable UUID id, SignedIn who) {
    return told(id, deliveries.isNotThere(id, who), "channels.done.missing");
  }

  private Told told(UUID id, boolean done, String words) {
    return Told.on(at(id), done ? words : "channels.done.too-late");
  }

  private String at(UUID id) {
    return PATH + "/" + find(id).id();
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
