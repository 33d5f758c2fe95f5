package org.bedside.channels.web;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.channels.Channels.Checked;
import org.bedside.channels.Network;
import org.bedside.channels.connecting.Attempt;
import org.bedside.channels.connecting.Connecting;
import org.bedside.channels.connecting.End;
import org.bedside.channels.connecting.Grantor;
import org.bedside.channels.connecting.Start;
import org.bedside.channels.connecting.Wish;
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

/** Connects accounts on the network's own page. */
@Controller
@Requires(Permission.MANAGE_CHANNELS)
class ConnectController {

  private static final String PATH = "/settings/channels";
  private static final String HERE = "redirect:" + PATH;

  private final Connecting connecting;
  private final ConnectPages pages;

  ConnectController(Connecting connecting, ConnectPages pages) {
    this.connecting = connecting;
    this.pages = pages;
  }

  /** The way there is a link of the answer: no form of ours may lead to another site. */
  @PostMapping(PATH + "/connect")
  String begin(
      @RequestParam Map<String, String> fields, SignedIn who, HttpSession session, Model model) {
    Network network =
        ChannelForm.network(fields.get("network"))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    URI redirect =
        pages
            .redirect(network)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    ChannelForm form = new ChannelForm(network, fields);
    String problem = form.problemOfConnecting();
    if (!problem.isEmpty()) {
      return form(form, new Said(problem, ""), model);
    }
    return switch (connecting.begin(
        form.wish(), form.client(), pages.secret(session), redirect, who)) {
      case Start.Away away -> {
        model.addAttribute("away", away);
        model.addAttribute("network", network);
        model.addAttribute("back", PATH + "/new?network=" + network);
        yield "channels/channel-leave";
      }
      case Start.Not(var why) -> form(form, new Said(why.error(), why.detail()), model);
    };
  }

  private String form(ChannelForm form, Said problem, Model model) {
    AccountsController.form(form, problem, pages, model);
    return "channels/channel-new";
  }

  @GetMapping(ConnectPages.BACK + "{grantor}")
  String back(
      @PathVariable String grantor,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String error,
      SignedIn who,
      HttpSession session,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    Grantor from =
        Grantor.at(grantor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    End end = connecting.end(from, state, code, error, pages.secret(session), who);
    return ended(end, page, redirect);
  }

  @GetMapping(PATH + "/connecting/{word}")
  String choices(@PathVariable String word, SignedIn who, HttpSession session, Model model) {
    Optional<Attempt> choice = connecting.choice(word, pages.secret(session), who);
    model.addAttribute("word", word);
    model.addAttribute("network", choice.map(one -> one.wish().network()).orElse(Network.FACEBOOK));
    model.addAttribute("places", choice.map(Attempt::places).orElseGet(List::of));
    return "channels/channel-choose";
  }

  @PostMapping(PATH + "/connecting/{word}")
  String choose(
      @PathVariable String word,
      @RequestParam(defaultValue = "") String place,
      SignedIn who,
      HttpSession session,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    if (place.isEmpty()) {
      return HERE + "/connecting/" + word;
    }
    return ended(connecting.choose(word, place, pages.secret(session), who), page, redirect);
  }

  /** Away from the address that holds the code. */
  private static String ended(End end, Page page, RedirectAttributes redirect) {
    return switch (end) {
      case End.Added(String name, Checked checked) -> {
        redirect.addFlashAttribute("flash", AccountsController.words(checked, name, page));
        yield HERE;
      }
      case End.Renewed(String name, String handle) -> {
        redirect.addFlashAttribute("flash", page.text("channels.renewed", name, handle));
        yield HERE;
      }
      case End.Choose(String word) -> HERE + "/connecting/" + word;
      case End.Failed failed -> {
        redirect.addFlashAttribute(
            "problem", new Said(failed.why().error(), failed.why().detail()));
        yield after(failed, redirect);
      }
    };
  }

  /** Back to where it began, with what was entered there and is no secret. */
  private static String after(End.Failed failed, RedirectAttributes redirect) {
    Wish wish = failed.wish();
    UUID channel = failed.channel();
    if (channel != null) {
      return HERE + "/" + channel + "/connect";
    }
    if (wish == null) {
      return HERE;
    }
    redirect.addFlashAttribute("form", ChannelForm.of(wish));
    return HERE + "/new?network=" + wish.network();
  }
}
