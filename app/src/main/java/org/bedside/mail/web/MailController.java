package org.bedside.mail.web;

import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.mail.Letter;
import org.bedside.mail.Letters;
import org.bedside.mail.Mail;
import org.bedside.mail.MailServer;
import org.bedside.mail.MailServers;
import org.bedside.ui.Page;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether letters can go out, what waits and what failed. */
@Controller
@Requires(Permission.MANAGE_ORGANIZATION)
class MailController {

  private static final String HERE = "/settings/mail";
  private static final int MOST = 50;

  private final MailServers servers;
  private final Mail mail;
  private final Letters letters;
  private final Members members;

  MailController(MailServers servers, Mail mail, Letters letters, Members members) {
    this.servers = servers;
    this.mail = mail;
    this.letters = letters;
    this.members = members;
  }

  @GetMapping(HERE)
  String show(SignedIn who, Model model) {
    Optional<MailServer> server = servers.find();
    model.addAttribute(
        "view",
        new MailView(
            server.map(MailServer::from).orElse(""),
            server.map(one -> one.encryption() == MailServer.Encryption.NONE).orElse(false),
            self(who),
            letters.waiting(),
            letters.failed(),
            letters.latest(Letters.State.WAITING, MOST),
            letters.latest(Letters.State.FAILED, MOST)));
    return "mail/mail";
  }

  @PostMapping(HERE + "/trial")
  String trial(SignedIn who, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    String self = self(who);
    boolean kept =
        !self.isEmpty()
            && mail.queue(
                new Letter(
                    self,
                    page.text("mail.trial.subject"),
                    page.text("mail.trial.text", who.organizationName())));
    redirect.addFlashAttribute(
        "flash", kept ? page.text("mail.trial.sent", self) : page.text("mail.trial.not-sent"));
    return "redirect:" + HERE;
  }

  @PostMapping(HERE + "/again")
  String all(SignedIn who, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    return again(letters.again(null, who), page, redirect);
  }

  @PostMapping(HERE + "/{id}/again")
  String one(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    return again(letters.again(id, who), page, redirect);
  }

  private static String again(int sent, Page page, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", page.text("mail.again.done", sent));
    return "redirect:" + HERE;
  }

  private String self(SignedIn who) {
    return who.token() ? "" : members.find(who.id()).map(Member::email).orElse("");
  }

  /** Its page among the settings. */
  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem mailSettings() {
      return new SettingsItem(SettingsGroup.SYSTEM, 10, "mail.title", HERE, "MANAGE_ORGANIZATION");
    }
  }
}
