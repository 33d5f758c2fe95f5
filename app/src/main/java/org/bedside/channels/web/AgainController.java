package org.bedside.channels.web;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.bedside.channels.Channel;
import org.bedside.channels.Channels;
import org.bedside.channels.Channels.Checked;
import org.bedside.channels.connecting.Connecting;
import org.bedside.channels.connecting.Start;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.Page;
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

/** Gives new keys to an account that is there; what waits for it stays. */
@Controller
@Requires(Permission.MANAGE_CHANNELS)
class AgainController {

  private static final String PATH = "/settings/channels/{id}";

  private final Channels channels;
  private final Connecting connecting;
  private final ConnectPages pages;

  AgainController(Channels channels, Connecting connecting, ConnectPages pages) {
    this.channels = channels;
    this.connecting = connecting;
    this.pages = pages;
  }

  @GetMapping(PATH + "/connect")
  String connect(@PathVariable UUID id, Model model) {
    Said problem = model.getAttribute("problem") instanceof Said said ? said : Said.NOTHING;
    return page(find(id), Map.of(), problem, model);
  }

  private String page(Channel channel, Map<String, String> fields, Said problem, Model model) {
    String path = "/settings/channels/" + channel.id() + "/connect";
    model.addAttribute("channel", channel);
    model.addAttribute("form", new ChannelForm(channel.network(), fields));
    model.addAttribute("connect", pages.view(channel.network(), path, path));
    model.addAttribute("problem", problem);
    return "channels/channel-again";
  }

  @PostMapping(PATH + "/connect")
  String begin(
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpSession session,
      Model model) {
    Channel channel = find(id);
    URI redirect =
        pages
            .redirect(channel.network())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    ChannelForm form = new ChannelForm(channel.network(), fields);
    return switch (connecting.again(
        channel, form.place(), form.client(), pages.secret(session), redirect, who)) {
      case Start.Away away -> {
        model.addAttribute("away", away);
        model.addAttribute("network", channel.network());
        model.addAttribute("back", "/settings/channels/" + id + "/connect");
        yield "channels/channel-leave";
      }
      case Start.Not(var why) -> page(channel, fields, new Said(why.error(), why.detail()), model);
    };
  }

  @PostMapping(PATH + "/keys")
  String keys(
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    Channel channel = find(id);
    ChannelForm form = new ChannelForm(channel.network(), fields);
    if (!form.isComplete()) {
      return page(channel, fields, new Said("channels.keys.incomplete", ""), model);
    }
    return switch (channels.changeKeys(id, form.keys(), who)) {
      case Checked.Works(String handle) -> {
        redirect.addFlashAttribute("flash", page.text("channels.renewed", channel.name(), handle));
        yield "redirect:/settings/channels";
      }
      case Checked.Fails(String error, String detail) ->
          page(channel, fields, new Said(error, detail), model);
    };
  }

  private Channel find(UUID id) {
    return channels
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such channel"));
  }
}
