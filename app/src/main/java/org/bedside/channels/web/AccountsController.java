package org.bedside.channels.web;

import java.util.Map;
import java.util.UUID;
import org.bedside.channels.Channel;
import org.bedside.channels.Channels;
import org.bedside.channels.Network;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.Page;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
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

/** The accounts that replies go out through. */
@Controller
@Requires(Permission.MANAGE_CHANNELS)
class AccountsController {

  private static final String PATH = "/settings/channels";
  private static final String HERE = "redirect:" + PATH;

  private final Channels channels;
  private final ConnectPages pages;

  AccountsController(Channels channels, ConnectPages pages) {
    this.channels = channels;
    this.pages = pages;
  }

  @GetMapping(PATH)
  String all(Model model) {
    model.addAttribute("channels", channels.all());
    model.addAttribute(
        "problem", model.getAttribute("problem") instanceof Said said ? said : Said.NOTHING);
    return "channels/channels";
  }

  @GetMapping(PATH + "/new")
  String add(@RequestParam(required = false) @Nullable String network, Model model) {
    Network chosen = ChannelForm.network(network).orElse(Network.BLUESKY);
    ChannelForm form =
        model.getAttribute("form") instanceof ChannelForm kept && kept.network() == chosen
            ? kept
            : new ChannelForm(chosen, Map.of());
    Said problem = model.getAttribute("problem") instanceof Said said ? said : Said.NOTHING;
    form(form, problem, pages, model);
    return "channels/channel-new";
  }

  /** What the page that adds an account shows. */
  static void form(ChannelForm form, Said problem, ConnectPages pages, Model model) {
    String path = PATH + "/new?network=" + form.network();
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("connect", pages.view(form.network(), path, PATH + "/connect"));
  }

  /** Kept first, then tried: what does not work yet may after a look at the network's settings. */
  @PostMapping(PATH)
  String add(
      @RequestParam Map<String, String> fields,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    Network network =
        ChannelForm.network(fields.get("network"))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    ChannelForm form = new ChannelForm(network, fields);
    String problem = form.problem();
    if (!problem.isEmpty()) {
      form(form, new Said(problem, ""), pages, model);
      return "channels/channel-new";
    }
    UUID id = channels.add(form.channel(), who);
    say(checked(id, form.name(), who, page), redirect);
    return HERE;
  }

  @PostMapping(PATH + "/{id}/check")
  String check(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    say(checked(id, find(id).name(), who, page), redirect);
    return HERE;
  }

  private String checked(UUID id, String name, SignedIn who, Page page) {
    return words(channels.check(id, who), name, page);
  }

  /** What a check said of an account that is kept whatever it said. */
  static String words(Channels.Checked checked, String name, Page page) {
    return switch (checked) {
      case Channels.Checked.Works(String handle) -> page.text("channels.works", name, handle);
      case Channels.Checked.Fails(String error, String detail) ->
          page.text("channels.fails", name) + " " + page.text(error, detail);
    };
  }

  @PostMapping(PATH + "/{id}/pause")
  String pause(
      @PathVariable UUID id,
      @RequestParam boolean paused,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Channel channel = find(id);
    channels.pause(id, paused, who);
    say(page.text(paused ? "channels.was-paused" : "channels.goes-on", channel.name()), redirect);
    return HERE;
  }

  @PostMapping(PATH + "/{id}/remove")
  String remove(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Channel channel = find(id);
    channels.remove(id, who);
    String network = page.text("channels.network." + channel.network());
    say(page.text("channels.removed", channel.name(), network), redirect);
    return HERE;
  }

  private Channel find(UUID id) {
    return channels
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such channel"));
  }

  private static void say(String words, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", words);
  }

  @Configuration(proxyBeanMethods = false)
  static class Settings {
    @Bean
    SettingsItem channelsSettings() {
      return new SettingsItem(
          SettingsGroup.ANSWERING, 60, "channels.title", PATH, Permission.MANAGE_CHANNELS.name());
    }
  }
}
