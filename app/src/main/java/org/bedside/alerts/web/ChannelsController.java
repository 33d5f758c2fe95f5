package org.bedside.alerts.web;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.bedside.alerts.Channels;
import org.bedside.alerts.Trial;
import org.bedside.hooks.Hooks;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where messages go: rooms of a chat, and programs. */
@Controller
@Requires(Permission.MANAGE_ALERTS)
class ChannelsController {

  private static final String HERE = "redirect:/settings/alerts/channels";

  private final Channels channels;
  private final Trial trial;
  private final Hooks hooks;
  private final MessageSource messages;

  ChannelsController(Channels channels, Trial trial, Hooks hooks, MessageSource messages) {
    this.channels = channels;
    this.trial = trial;
    this.hooks = hooks;
    this.messages = messages;
  }

  @GetMapping("/settings/alerts/channels")
  String all(Model model) {
    return all(ChannelForm.EMPTY, "", model);
  }

  /** The secret is shown this once, on the page that follows. */
  @PostMapping("/settings/alerts/channels")
  String add(
      ChannelForm form, SignedIn who, Locale locale, Model model, RedirectAttributes redirect) {
    URI address = form.uri();
    if (form.bare().isEmpty() || address == null) {
      return all(
          form,
          form.bare().isEmpty() ? "alerts.channel.name-missing" : "alerts.channel.no-address",
          model);
    }
    String secret = hooks.newSecret();
    channels.add(form.bare(), address, secret, form.takes(), form.severity(), who);
    redirect.addFlashAttribute("secret", secret);
    say("alerts.channel.added", locale, redirect, form.bare());
    return HERE;
  }

  @PostMapping("/settings/alerts/channels/{id}/trial")
  String tryOut(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
    Channels.Channel channel = find(id);
    trial.send(id);
    boolean taken =
        channels
            .find(id)
            .map(now -> now.error() == null && now.deliveredAt() != null)
            .orElse(false);
    say(
        taken ? "alerts.channel.tried" : "alerts.channel.not-taken",
        locale,
        redirect,
        channel.name());
    return HERE;
  }

  @PostMapping("/settings/alerts/channels/{id}/remove")
  String remove(@PathVariable UUID id, SignedIn who, Locale locale, RedirectAttributes redirect) {
    Channels.Channel channel = find(id);
    channels.remove(id, who);
    say("alerts.channel.removed", locale, redirect, channel.name());
    return HERE;
  }

  private Channels.Channel find(UUID id) {
    return channels
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such channel"));
  }

  private String all(ChannelForm form, String problem, Model model) {
    model.addAttribute("channels", channels.all());
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    return "alerts/channels";
  }

  private void say(String key, Locale locale, RedirectAttributes redirect, Object... values) {
    redirect.addFlashAttribute("flash", messages.getMessage(key, values, locale));
  }
}
