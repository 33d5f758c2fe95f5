package org.bedside.listening.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bedside.directory.Locations;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Listening;
import org.bedside.listening.NameTakenException;
import org.bedside.listening.Source;
import org.bedside.listening.connector.Connector;
import org.bedside.listening.connector.Look;
import org.bedside.listening.poll.Heartbeat;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebAddress;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds a feed: by its address or its site's, with a look at what it brings before it is saved. */
@Controller
class AddSourceController {

  private final SourceFinder finder;
  private final Outbound outbound;
  private final Listening listening;
  private final Locations locations;
  private final Heartbeat heartbeat;

  AddSourceController(
      SourceFinder finder,
      Outbound outbound,
      Listening listening,
      Locations locations,
      Heartbeat heartbeat) {
    this.finder = finder;
    this.outbound = outbound;
    this.listening = listening;
    this.locations = locations;
    this.heartbeat = heartbeat;
  }

  /** Without a type by the address of anything, with one by what that network needs. */
  @Requires(Permission.MANAGE_SOURCES)
  @GetMapping("/sources/new")
  String form(@RequestParam(required = false) @Nullable String type, Model model) {
    String home = finder.network(type).flatMap(Connector::home).map(URI::toString).orElse(null);
    return show(model, AddSourceForm.of(type, home), List.of(), null, null);
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources/look")
  String look(
      @ModelAttribute("form") AddSourceForm form,
      @RequestParam(required = false) @Nullable String chosen,
      Model model) {
    return looked(model, chosen == null ? form : form.at(chosen), null);
  }

  private String looked(Model model, AddSourceForm form, @Nullable String nameProblem) {
    String address = form.address() == null ? "" : form.address().strip();
    if (address.isEmpty()) {
      return show(model, form, List.of(), new Look.Nothing("listening.address-missing", ""), null);
    }
    SourceFinder.Found found = finder.find(form.type(), address, form.credential());
    model.addAttribute("way", found.connector());
    return switch (found.look()) {
      case Look.Found look -> show(model, form, look.candidates(), null, nameProblem);
      case Look.Nothing nothing -> show(model, form, List.of(), nothing, null);
    };
  }

  @Requires(Permission.MANAGE_SOURCES)
  @PostMapping("/sources")
  String add(
      @ModelAttribute("form") AddSourceForm form,
      @RequestParam(defaultValue = "feed") String way,
      SignedIn who,
      Model model,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Optional<URI> url = WebAddress.parse(form.feed() == null ? "" : form.feed());
    if (url.isEmpty()) {
      Look.Nothing invalid = new Look.Nothing("outbound.address-invalid", "");
      return show(model, form, List.of(), invalid, null);
    }
    // The address comes back from the browser: what was looked at may not be what is sent.
    Optional<Answer.Refused> refused = outbound.refusal(asked(url.get()));
    if (refused.isPresent()) {
      Look.Nothing no = new Look.Nothing(refused.get().code(), refused.get().detail());
      return show(model, form, List.of(), no, null);
    }
    String name = form.name() == null ? "" : SourcesController.shortened(form.name());
    if (name.isEmpty()) {
      return looked(model, form, "listening.name-missing");
    }
    try {
      Source source =
          listening.begin(
              name,
              url.get(),
              finder.network(way).map(Connector::type).orElse("feed"),
              form.takes() == null ? Source.Takes.ALL : form.takes(),
              form.location(),
              form.credential(),
              who);
      heartbeat.wake();
      redirect.addFlashAttribute("flash", page.text("listening.added", source.name()));
      return "redirect:/sources/" + source.id();
    } catch (NameTakenException e) {
      return looked(model, form, "listening.name-taken");
    }
  }

  /** Sockets and mailboxes are refused for the same hosts as pages are. */
  private static URI asked(URI url) {
    return WebAddress.isWeb(url) || url.getHost() == null
        ? url
        : URI.create("https://" + url.getHost() + "/");
  }

  private String show(
      Model model,
      AddSourceForm form,
      List<Look.Candidate> candidates,
      Look.@Nullable Nothing problem,
      @Nullable String nameProblem) {
    model.addAttribute("form", form);
    model.addAttribute("network", finder.network(form.type()).orElse(null));
    model.addAttribute("networks", finder.networks());
    model.addAttribute("candidates", candidates);
    model.addAttribute("problem", problem);
    model.addAttribute("nameProblem", nameProblem);
    model.addAttribute("locations", locations.current());
    return "listening/source-new";
  }
}
