package org.bedside.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bedside.improvement.Voices.CALLED;
import static org.bedside.improvement.Voices.CALLED_IN_WORDS;
import static org.bedside.improvement.Voices.CONTINUITY;
import static org.bedside.improvement.Voices.CONTINUITY_IN_WORDS;
import static org.bedside.improvement.Voices.span;
import static org.bedside.understanding.SentimentLabel.NEGATIVE;
import static org.bedside.understanding.SentimentLabel.NEUTRAL;
import static org.bedside.understanding.SentimentLabel.POSITIVE;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Correction;
import org.bedside.assessment.Judgement;
import org.bedside.assessment.JudgementCorrected;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.directory.Locations;
import org.bedside.directory.Locations.Description;
import org.bedside.identity.Role;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.listening.MentionsWithdrawn;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.ThemeOpinion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class ImproveTest extends BedsideTest {

  @Autowired private ApplicationEventPublisher events;
  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Locations locations;

  @Test
  void aTicketAboutNothingBeginsWithChoosingWhatItIsAbout() {
    Org org = found("Larkspur Health");

    var answer = signIn(org, Role.ADMINISTRATOR).get("/improve/tickets/new");

    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/improve");
  }

  @Test
  void whatTheyLoveStandsBesideWhatMustChangeByThemeAndPlace() {
    Org org = found("Larkspur Health");
    UUID place = place(org, "Riverside Clinic");
    hear(
        org,
        now()
            .say(6, CALLED, NEGATIVE, place)
            .say(2, CALLED, POSITIVE, place)
            .say(7, CONTINUITY, POSITIVE, null));

    String page = signIn(org, Role.PATIENT_EXPERIENCE).get("/improve").body();

    String loved = page.substring(page.indexOf("What they love"), page.indexOf("What must change"));
    String mustChange = page.substring(page.indexOf("What must change"));
    assertThat(loved)
        .contains(CONTINUITY_IN_WORDS, "No place named", "7 mentions, 0% negative, 100% positive")
        .doesNotContain(CALLED_IN_WORDS);
    assertThat(mustChange)
        .contains(CALLED_IN_WORDS, "Riverside Clinic", "8 mentions, 75% negative, 25% positive")
        .doesNotContain(CONTINUITY_IN_WORDS);
  }

  @Test
  void groupsOfFewerThanFiveAreInNoPageNoTableAndNoFile() {
    Org org = found("Larkspur Health");
    hear(org, now().say(5, CALLED, NEGATIVE, null).say(4, CONTINUITY, NEGATIVE, null));
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);

    for (String path : List.of("/improve", "/improve?view=table", "/improve/groups.csv")) {
      assertThat(browser.get(path).body())
          .as(path)
          .contains(CALLED_IN_WORDS, "There are groups of fewer than five mentions")
          .doesNotContain(CONTINUITY_IN_WORDS, "4 mentions");
    }
    hear(org, now().say(3, "", NEGATIVE, null));
    assertThat(browser.get("/improve").body())
        .contains("7 mentions are in groups of fewer than five")
        .doesNotContain(CONTINUITY_IN_WORDS, "No theme");
  }

  @Test
  void whereAClinicianIsNamedTheyHaveAGroupOfTheirOwn() {
    Org org = found("Larkspur Health");
    hear(
        org,
        now().say(5, CALLED, NEGATIVE, null).say(6, CALLED, POSITIVE, null, "Dr. Imogen Vale"));

    assertThat(signIn(org, Role.PATIENT_EXPERIENCE).get("/improve/groups.csv").body())
        .contains(CALLED_IN_WORDS + ",No place named,Dr. Imogen Vale,loved,6,0,6,0,,,,\r\n")
        .contains(CALLED_IN_WORDS + ",No place named,,must-change,5,5,0,0,,,,\r\n")
        .as("the head and both groups, and none of them all")
        .hasLineCount(3);
  }

  @Test
  void aGroupIsComparedWithThePeriodBefore() {
    Org org = found("Larkspur Health");
    hear(org, now().say(3, CALLED, NEGATIVE, null).say(2, CALLED, NEUTRAL, null));
    hear(
        org,
        new Voices(clock.instant().minus(Duration.ofDays(40)))
            .say(1, CALLED, NEGATIVE, null)
            .say(4, CALLED, NEUTRAL, null));
    // longer ago than the period before
    hear(org, new Voices(clock.instant().minus(Duration.ofDays(65))).say(9, CALLED, NEUTRAL, null));

    assertThat(signIn(org, Role.PATIENT_EXPERIENCE).get("/improve?period=30d").body())
        .contains("5 mentions in the period before. Negative were 20%: up 40 points.");
  }

  @Test
  void onePlaceShowsOnlyWhatIsSaidOfIt() {
    Org org = found("Larkspur Health");
    UUID place = place(org, "Riverside Clinic");
    hear(org, now().say(5, CALLED, NEGATIVE, place).say(9, CONTINUITY, POSITIVE, null));

    assertThat(signIn(org, Role.CLINICIAN).get("/improve?location=" + place).body())
        .contains(CALLED_IN_WORDS)
        .doesNotContain(CONTINUITY_IN_WORDS);
  }

  @Test
  void aCorrectionMovesAGroupAndAWithdrawnPostLeavesIt() {
    Org org = found("Larkspur Health");
    List<Assessed> said = now().say(5, CALLED, NEGATIVE, null).all();
    hear(org, said);
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);
    assertThat(browser.get("/improve/groups.csv").body()).contains("must-change,5,5,0,0");

    for (Assessed one : said) {
      Correction correction =
          new Correction(Judgement.Part.SENTIMENT, "NEGATIVE", "POSITIVE", "x", clock.instant());
      announce(
          org,
          new JudgementCorrected(
              new Assessed(one.mention(), one.assessment(), one.assessedAt(), List.of(correction)),
              Judgement.Part.SENTIMENT));
    }
    assertThat(browser.get("/improve/groups.csv").body()).contains("loved,5,0,5,0");

    announce(org, new MentionsWithdrawn(List.of(said.getFirst().mention().id())));
    assertThat(browser.get("/improve/groups.csv").body()).doesNotContain("loved");
  }

  @Test
  void anotherOrganizationSeesNothingOfIt() {
    hear(found("Larkspur Health"), now().say(9, CALLED, NEGATIVE, null));

    assertThat(signIn(found("Foxglove Health"), Role.ADMINISTRATOR).get("/improve").body())
        .contains("Nothing to show in this time")
        .doesNotContain(CALLED_IN_WORDS);
  }

  @Test
  void theWordsOfPostsAreShownEscapedTheAsksFirstAndNoneThatIdentifies() {
    Org org = found("Larkspur Health");
    List<String> texts =
        List.of(
            "Please answer the bell at night.",
            "The bell was useless again.",
            "They let it ring and ring.",
            "Nobody <b>ever</b> answered the bell.",
            // the newest, which would be shown before the others
            "Reach me on 555-0134 about that bell.");
    receive(org, texts);
    List<Mention> posts = inOrganization(org, () -> mentions.latest(10));
    List<Assessed> read = posts.stream().map(this::aboutTheBell).toList();
    hear(org, read);

    String page = signIn(org, Role.PATIENT_EXPERIENCE).get("/improve").body();

    assertThat(page)
        .contains("Nobody &lt;b&gt;ever&lt;/b&gt; answered the bell.")
        .doesNotContain("<b>ever</b>", "555-0134");
    assertThat(page.indexOf("Please answer the bell at night"))
        .isPositive()
        .isLessThan(page.indexOf("Nobody &lt;b&gt;"));
    assertThat(signIn(org, Role.PATIENT_EXPERIENCE).get("/improve/groups.csv").body())
        .doesNotContain("bell");
  }

  @Test
  void wordsOfAPostThatWasEditedSinceItWasReadAreNotShown() {
    Org org = found("Larkspur Health");
    receive(org, List.of("The bell was useless again and nobody came."));
    Mention post = inOrganization(org, () -> mentions.latest(10)).getFirst();
    Mention older =
        new Mention(
            post.id(),
            post.source(),
            post.sourceName(),
            post.externalId(),
            post.version() + 1,
            post.text(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            post.publishedAt(),
            post.receivedAt(),
            null,
            List.of(),
            false);
    hear(org, now().say(4, CALLED, NEGATIVE, null).all());
    hear(org, List.of(aboutTheBell(older)));

    assertThat(signIn(org, Role.PATIENT_EXPERIENCE).get("/improve").body())
        .contains("5 mentions, 100% negative")
        .doesNotContain("useless");
  }

  private Assessed aboutTheBell(Mention post) {
    String text = post.text();
    boolean asks = text.startsWith("Please");
    var whole = span(text, text);
    Assessment assessment =
        Voices.assessment(
            NEGATIVE,
            List.of(new ThemeOpinion(CALLED, NEGATIVE, whole, 0.9)),
            asks ? List.of(whole) : List.of(),
            text.contains("555-0134") ? List.of(span(text, "555-0134")) : List.of(),
            List.of());
    return new Assessed(post, assessment, clock.instant(), List.of());
  }

  private Voices now() {
    return new Voices(clock.instant());
  }

  private UUID place(Org org, String name) {
    var by = somebody(org);
    return inOrganization(org, () -> locations.add(new Description(name, "", List.of()), by)).id();
  }

  private void hear(Org org, Voices voices) {
    hear(org, voices.all());
  }

  private void hear(Org org, List<Assessed> mentions) {
    announce(org, new MentionsAssessed(mentions));
  }

  private void announce(Org org, Object event) {
    inOrganization(org, () -> events.publishEvent(event));
  }

  private void receive(Org org, List<String> texts) {
    var by = somebody(org);
    inOrganization(
        org,
        () -> {
          intake.receive(
              sources.named("Reviews", Source.Kind.FILE, by).id(),
              texts.stream().map(text -> RawPost.of(UUID.randomUUID().toString(), text)).toList());
        });
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }
}
