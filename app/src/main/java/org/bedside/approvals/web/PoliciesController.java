package org.bedside.approvals.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Policies;
import org.bedside.approvals.Policy;
import org.bedside.approvals.Progress;
import org.bedside.approvals.Risk;
import org.bedside.approvals.Step;
import org.bedside.approvals.Subject;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.bedside.ui.SettingsGroup;
import org.bedside.ui.SettingsItem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who must approve what, and a way to try it. */
@Controller
@Requires(Permission.MANAGE_APPROVALS)
class PoliciesController {

  private static final String PATH = "/settings/approvals";
  private static final UUID NOBODY = new UUID(0, 0);

  private final Policies policies;
  private final PolicyForms forms;
  private final PolicyReader reader;
  private final Approvals approvals;
  private final Members members;
  private final Clock clock;

  PoliciesController(
      Policies policies,
      PolicyForms forms,
      PolicyReader reader,
      Approvals approvals,
      Members members,
      Clock clock) {
    this.policies = policies;
    this.forms = forms;
    this.reader = reader;
    this.approvals = approvals;
    this.members = members;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String all(
      @RequestParam MultiValueMap<String, String> tried,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    List<Member> here = members.current();
    Words words = Words.of(page, here, clock);
    model.addAttribute(
        "policies", policies.all().stream().map(policy -> view(policy, words, here)).toList());
    model.addAttribute("trial", trial(tried, who, words, here));
    return "approvals/policies";
  }

  private static PolicyView view(Policy policy, Words words, List<Member> here) {
    Policy.Description what = policy.what();
    List<Step> steps =
        what.steps().stream().map(ask -> new Step(ask, what.authorMay(), List.of())).toList();
    return new PolicyView(
        policy.id().toString(),
        what.name(),
        words.when(what.when()),
        what.steps().stream().map(words::ask).toList(),
        words.allowed(what.allowed()),
        Progress.of(steps, List.of(), NOBODY, here).isStuck());
  }

  private Trial trial(
      MultiValueMap<String, String> tried, SignedIn who, Words words, List<Member> here) {
    String network = first(tried, "network");
    String language = first(tried, "language");
    String topic = first(tried, "topic");
    String author = first(tried, "author");
    Risk risk =
        new Risk(
            PolicyReader.one(Risk.Verdict.values(), first(tried, "verdict"), Risk.Verdict.ALLOW),
            PolicyReader.one(Risk.Urgency.values(), first(tried, "urgency"), Risk.Urgency.NONE),
            priority(first(tried, "priority")));
    UUID writer =
        here.stream()
            .map(Member::id)
            .filter(id -> id.toString().equals(author))
            .findFirst()
            .orElse(who.id());
    List<StepView> steps = null;
    if (tried.containsKey("try")) {
      Subject subject =
          new Subject(
              "trial",
              "trial",
              "",
              "-",
              PATH,
              orNull(network),
              orNull(language),
              topic.isEmpty() ? Set.of() : Set.of(topic),
              risk,
              writer,
              null);
      Progress progress = Progress.of(approvals.required(subject), List.of(), writer, here);
      steps = ApprovalViews.steps(progress, words, false);
    }
    return new Trial(
        network,
        language,
        topic,
        writer.toString(),
        risk.verdict().name(),
        risk.urgency().name(),
        risk.priority() == 0 ? "" : Integer.toString(risk.priority()),
        here.stream().map(one -> new Option(one.id().toString(), one.name())).toList(),
        forms.themes(),
        steps);
  }

  @GetMapping(PATH + "/new")
  String fresh(@ModelAttribute("page") Page page, Model model) {
    return form(forms.fresh(page), null, 0, "", model);
  }

  @PostMapping(PATH)
  String add(
      @RequestParam MultiValueMap<String, String> sent,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    PolicyReader.Read read = reader.read(sent, null, page);
    Policy.Description policy = read.policy();
    if (policy == null) {
      return form(read.form(), null, 0, "", model);
    }
    policies.add(policy, who);
    redirect.addFlashAttribute("flash", page.text("approvals.policy.saved"));
    return "redirect:" + PATH;
  }

  @GetMapping(PATH + "/{id}")
  String show(@PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
    Policy policy = find(id);
    return form(forms.of(policy, page), id, policy.version(), "", model);
  }

  /** What somebody wrote is kept where somebody else was quicker, and can be sent again. */
  @PostMapping(PATH + "/{id}")
  String change(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(defaultValue = "0") int version,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model,
      RedirectAttributes redirect) {
    Policy before = find(id);
    PolicyReader.Read read = reader.read(sent, before, page);
    Policy.Description policy = read.policy();
    if (policy == null) {
      return form(read.form(), id, version, "", model);
    }
    if (!policies.change(id, version, policy, who)) {
      return form(read.form(), id, before.version(), "approvals.policy.stale", model);
    }
    redirect.addFlashAttribute("flash", page.text("approvals.policy.saved"));
    return "redirect:" + PATH;
  }

  @PostMapping(PATH + "/{id}/remove")
  String remove(
      @PathVariable UUID id,
      SignedIn who,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    find(id);
    policies.remove(id, who);
    redirect.addFlashAttribute("flash", page.text("approvals.policy.removed"));
    return "redirect:" + PATH;
  }

  private Policy find(UUID id) {
    return policies
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such policy"));
  }

  private static String form(
      PolicyForm form, @Nullable UUID id, int version, String problem, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("id", id == null ? "" : id.toString());
    model.addAttribute("version", version);
    model.addAttribute("problem", problem);
    return "approvals/policy";
  }

  private static int priority(String written) {
    return written.matches("\\d{1,3}") ? Math.min(100, Integer.parseInt(written)) : 0;
  }

  private static @Nullable String orNull(String written) {
    return written.isEmpty() ? null : written;
  }

  private static String first(MultiValueMap<String, String> sent, String field) {
    String value = sent.getFirst(field);
    return value == null ? "" : value.strip();
  }

  @Configuration(proxyBeanMethods = false)
  static class Place {
    @Bean
    SettingsItem approvalSettings() {
      return new SettingsItem(
          SettingsGroup.ANSWERING, 50, "approvals.settings", PATH, "MANAGE_APPROVALS");
    }
  }
}
