package org.bedside.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policies;
import org.bedside.approvals.Policy;
import org.bedside.approvals.Risk;
import org.bedside.channels.Channels;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.targets.Holiday;
import org.bedside.targets.Hours;
import org.bedside.targets.Targets;
import org.bedside.wordings.Contacts;
import org.bedside.wordings.Language;
import org.bedside.wordings.Pair;
import org.bedside.wordings.Tone;
import org.bedside.wordings.Variable;
import org.bedside.wordings.WordingText;
import org.bedside.wordings.Wordings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * By when, in which words and with whose agreement the sample organization answers. What is there
 * already is left as it is.
 */
@Component
@ConditionalOnBooleanProperty("bedside.demo")
class SampleRules {

  private static final Map<Variable, Pair> CONTACTS =
      Map.of(
          Variable.OFFICE,
          new Pair("our patient relations office", "nuestra oficina de atención al paciente"),
          Variable.PHONE,
          same("555-0142"),
          Variable.EMAIL,
          same("relations@larkspur.example"),
          Variable.WEBSITE,
          same("www.larkspur.example"),
          Variable.HOURS,
          new Pair("on weekdays from 8 to 5", "de lunes a viernes de 8 a 17"),
          Variable.POLICY,
          new Pair(
              "We do not discuss anybody’s care in public.",
              "No hablamos en público de la atención de nadie."),
          Variable.EMERGENCY,
          same("911"),
          Variable.CRISIS,
          same("988"));

  /** Written by the demo’s people, and not approved yet. */
  private static final WordingText WAITING =
      new WordingText(
          "Parking, while the garage is rebuilt",
          Tone.INFORMATION,
          false,
          new Pair(
              "While the garage is being rebuilt, parking on River Street is free for everybody.",
              "Mientras se reconstruye el garaje, estacionar en River Street es gratis para"
                  + " todos."),
          Set.of(),
          Set.of(),
          Set.of());

  private final Targets targets;
  private final Wordings wordings;
  private final Contacts contacts;
  private final Policies policies;
  private final Channels channels;
  private final SampleOrganization organization;
  private final Clock clock;

  SampleRules(
      Targets targets,
      Wordings wordings,
      Contacts contacts,
      Policies policies,
      Channels channels,
      SampleOrganization organization,
      Clock clock) {
    this.targets = targets;
    this.wordings = wordings;
    this.contacts = contacts;
    this.policies = policies;
    this.channels = channels;
    this.organization = organization;
    this.clock = clock;
  }

  /** Sets what is not set yet; before the posts, whose answers are due by it. */
  void set() {
    SignedIn demo = organization.signedIn(Colleague.ADMINISTRATOR);
    SignedIn communications = organization.signedIn(Colleague.COMMUNICATIONS);
    if (targets.current().hours().holidays().isEmpty()) {
      targets.change(new Hours(Hours.STANDARD.week(), holidays()), demo);
    }
    if (wordings.all().isEmpty()) {
      contacts.keep(null, CONTACTS, communications);
      wordings.takeOver(Language.ENGLISH, communications);
      wordings.approveAll(organization.signedIn(Colleague.PRIVACY));
      wordings.add(WAITING, communications);
    }
    if (policies.all().isEmpty()) {
      policies.add(urgentOnes(), organization.signedIn(Colleague.PRIVACY));
    }
    if (channels.all().isEmpty()) {
      // Nothing answers at an address that ends so, and it is paused besides.
      NewChannel account =
          new NewChannel(
              Network.BLUESKY,
              "Larkspur Health on Bluesky",
              URI.create("https://pds.larkspur.example"),
              Map.of(Key.USER, "larkspur.example", Key.APP_PASSWORD, "not-a-password"));
      channels.pause(channels.add(account, communications), true, communications);
    }
  }

  private List<Holiday> holidays() {
    int year = LocalDate.now(clock.withZone(SampleOrganization.ZONE)).getYear();
    return List.of(
        new Holiday(LocalDate.of(year, Month.DECEMBER, 25), "Christmas Day", null),
        new Holiday(LocalDate.of(year + 1, Month.JANUARY, 1), "New Year’s Day", null),
        new Holiday(LocalDate.of(year + 1, Month.JULY, 4), "Independence Day", null));
  }

  private static Policy.Description urgentOnes() {
    Condition urgent =
        new Condition(
            Set.of(), Set.of(), Set.of(), List.of(), Risk.Verdict.ALLOW, Risk.Urgency.HIGH, 0);
    Ask either =
        new Ask(
            Ask.Rule.ANY_OF,
            List.of(new Party.Holder(Role.PRIVACY_OFFICER), new Party.Holder(Role.ADMINISTRATOR)));
    return new Policy.Description(
        "Replies to anything urgent", urgent, List.of(either), Duration.ofDays(14), false);
  }

  private static Pair same(String words) {
    return new Pair(words, words);
  }
}
