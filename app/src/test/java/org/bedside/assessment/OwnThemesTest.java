package org.bedside.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Lesson;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Teaching;
import org.bedside.understanding.ThemeOpinion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OwnThemesTest extends BedsideTest {

  private static final String DOGS = "Therapy dogs";
  private static final String FRESH = "A lovely dog visited our ward and my nan could pet him";
  private static final String OTHER = "The food was cold and there was nothing for vegetarians";

  private static final List<String> EXAMPLES =
      List.of(
          "The therapy dog came round on Thursday and the whole ward lit up",
          "A golden retriever visited my dad's bedside, he talked about it for days",
          "Loved the volunteers with their dogs, such a comfort before surgery",
          "Please bring the dog visits back, the children miss them",
          "My daughter stroked the therapy dog all through her infusion",
          "A labrador called Biscuit sat with me while I waited for results",
          "The visiting dog jumped on the bed, not everyone likes that",
          "Someone on the ward is allergic and still the dog was let in",
          "Pet therapy made my mother smile for the first time in weeks",
          "The puppy visit was the best medicine",
          "There was a dog with a little hospital badge, so sweet",
          "Dogs on an oncology ward? I was unsure, now I am convinced",
          "We met the therapy spaniel in the corridor, my son forgot his drip",
          "No dog this week because the handler was ill, grandma was so sad",
          "The dog handler was patient with my scared little boy",
          "I would like more animal visits on the elderly ward",
          "The terrier that visits on Mondays knows all the patients",
          "Why does the dog come only to paediatrics and not to us",
          "Cuddling the therapy dog brought my blood pressure down, I swear",
          "They even let us take a photo with the visiting dog");

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Assessments assessments;
  @Autowired private OwnThemes themes;
  @Autowired private Teachings teachings;

  @Test
  void aThemeAddedByTwentyExamplesIsFoundInWhatComesInAndShownByItsName() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);

    String added = add(browser, DOGS, 20);
    receive(org, FRESH, OTHER);

    assertThat(added).contains("Therapy dogs is added.");
    assertThat(browser.get("/inbox?theme=Therapy+dogs").body())
        .contains("A lovely dog visited")
        .doesNotContain("food was cold");
    assertThat(browser.get("/inbox").body()).contains("<option value=\"Therapy dogs\"");
    assertThat(browser.get("/feedback/themes.csv").body()).contains("\"Therapy dogs\"");
    assertThat(recorded(org)).contains("assessment.theme-added");
  }

  @Test
  void fewerThanTenExamplesAreRefusedKindlyAndFewerThanTwentyTakenWithAWarning() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);

    assertThat(add(browser, DOGS, 9)).contains("9 examples are not enough");
    assertThat(browser.submit("/settings/themes", "name", DOGS).body()).contains("No example yet");
    assertThat(inOrganization(org, () -> themes.names())).isEmpty();

    assertThat(add(browser, DOGS, 12)).contains("is added with 12 examples; 20 are better");
    assertThat(inOrganization(org, () -> themes.names())).containsExactly(DOGS);
    assertThat(add(browser, " therapy DOGS", 20)).contains("a theme of this name already");
    assertThat(add(browser, "Food and drink provision facilities", 20)).contains("is added");
    assertThat(add(browser, "Feeling safe!", 20)).contains("a theme of this name already");
  }

  @Test
  void whatAThemeWouldFindIsSeenBeforeItIsSaved() {
    Org org = found("Larkspur Health");
    receive(org, FRESH, OTHER);
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);

    String preview =
        browser.post("/settings/themes/preview", "name", DOGS, "examples", examples(20)).body();

    assertThat(preview).contains("1 of the latest 2 mentions").contains("A lovely dog");
    assertThat(inOrganization(org, () -> themes.names())).isEmpty();
  }

  @Test
  void storedMentionsGetAThemeWhenTheyAreLookedAtAgainAndLoseItWithTheTheme() {
    Org org = found("Larkspur Health");
    receive(org, FRESH, OTHER);
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);
    add(browser, DOGS, 20);
    assertThat(themesOf(org, FRESH)).doesNotContain(DOGS);

    assertThat(browser.submit("/settings/themes/again").body())
        .contains("2 mentions will be looked at again");
    allAssessed(org);
    assertThat(themesOf(org, FRESH)).contains(DOGS);

    String own = "/settings/themes/" + idOf(org, DOGS);
    browser.submit(own, "name", "Dogs that visit", "examples", examples(20));
    allAssessed(org);
    assertThat(themesOf(org, FRESH)).contains("Dogs that visit").doesNotContain(DOGS);

    assertThat(browser.get(own + "/remove").body()).contains("Remove Dogs that visit?");
    browser.submit(own + "/remove");
    allAssessed(org);
    assertThat(themesOf(org, FRESH)).doesNotContain("Dogs that visit");
    assertThat(browser.get("/settings/themes").body()).contains("No theme of your own yet");
  }

  @Test
  void aCorrectionIsALessonAndFollowsItsThemesNewName() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);
    add(browser, DOGS, 20);
    receive(org, OTHER);
    long mention = mention(org, OTHER).id();
    correct(org, mention, Judgement.Part.SENTIMENT, "NEUTRAL");
    correct(org, mention, Judgement.Part.THEMES, "Feeling safe\n" + DOGS);

    Teaching taught = inOrganization(org, () -> teachings.current());

    assertThat(taught.lessons())
        .anyMatch(
            lesson ->
                lesson instanceof Lesson.OfSentiment of && of.label() == SentimentLabel.NEUTRAL)
        .anyMatch(
            lesson -> lesson instanceof Lesson.OfThemes of && of.themes().contains("Feeling safe"));
    assertThat(taught.themes().getFirst().examples()).contains(OTHER);

    browser.submit("/settings/themes/" + idOf(org, DOGS), "name", "Pets", "examples", examples(20));
    allAssessed(org);
    assertThat(judged(org, OTHER)).containsExactly("Feeling safe", "Pets");
    assertThat(inOrganization(org, () -> teachings.current()).themes().getFirst().examples())
        .contains(OTHER);

    browser.submit("/settings/themes/" + idOf(org, "Pets") + "/remove");
    allAssessed(org);
    assertThat(judged(org, OTHER)).containsExactly("Feeling safe");
  }

  @Test
  void theLessonOfAPostThatIsWithdrawnOrEditedIsGone() {
    Org org = found("Larkspur Health");
    receive(org, OTHER, FRESH);
    correct(org, mention(org, OTHER).id(), Judgement.Part.SENTIMENT, "NEUTRAL");
    correct(org, mention(org, FRESH).id(), Judgement.Part.SENTIMENT, "NEGATIVE");
    assertThat(inOrganization(org, () -> teachings.current()).lessons()).hasSize(2);

    String other = mention(org, OTHER).externalId();
    UUID source = mention(org, OTHER).source();
    inOrganization(org, () -> intake.withdraw(source, List.of(other)));
    assertThat(inOrganization(org, () -> teachings.current()).lessons()).hasSize(1);

    String fresh = mention(org, FRESH).externalId();
    inOrganization(
        org, () -> intake.receive(source, List.of(RawPost.of(fresh, "Edited: all was well"))));
    allAssessed(org);
    assertThat(inOrganization(org, () -> teachings.current()).lessons()).isEmpty();
  }

  @Test
  void whatOneOrganizationTeachesChangesNothingForAnother() {
    Org ours = found("Larkspur Health");
    Org theirs = found("Elsewhere");
    receive(theirs, FRESH, OTHER);
    List<Assessment> before = understood(theirs);

    add(signIn(ours, Role.PATIENT_EXPERIENCE), DOGS, 20);
    receive(ours, FRESH, OTHER);
    correct(ours, mention(ours, OTHER).id(), Judgement.Part.SENTIMENT, "POSITIVE");
    receive(ours, OTHER + "!");
    assertThat(assessed(ours, OTHER + "!").sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(themesOf(ours, FRESH)).contains(DOGS);

    inOrganization(theirs, () -> mentions.assessLatestAgain(10));
    allAssessed(theirs);
    assertThat(understood(theirs)).isEqualTo(before);
    Browser stranger = signIn(theirs, Role.ADMINISTRATOR);
    assertThat(stranger.get("/settings/themes").body()).doesNotContain(DOGS);
    assertThat(stranger.get("/settings/themes/" + idOf(ours, DOGS)).statusCode()).isEqualTo(404);
  }

  private static String examples(int many) {
    return EXAMPLES.stream().limit(many).collect(Collectors.joining("\r\n"));
  }

  private static String add(Browser browser, String name, int many) {
    return browser.submit("/settings/themes", "name", name, "examples", examples(many)).body();
  }

  private UUID idOf(Org org, String name) {
    return inOrganization(
        org,
        () ->
            themes.all().stream()
                .filter(theme -> theme.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id());
  }

  private void correct(Org org, long mention, Judgement.Part part, String value) {
    inOrganization(org, () -> assessments.correct(mention, part, value, somebody(org)));
  }

  private Mention mention(Org org, String text) {
    return inOrganization(org, () -> mentions.latest(50)).stream()
        .filter(mention -> mention.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private Assessed find(Org org, String text) {
    long id = mention(org, text).id();
    return inOrganization(org, () -> assessments.find(id).orElseThrow());
  }

  private Assessment assessed(Org org, String text) {
    return find(org, text).assessment();
  }

  private List<String> judged(Org org, String text) {
    return find(org, text).judgement().themes();
  }

  private List<String> themesOf(Org org, String text) {
    return assessed(org, text).themes().stream().map(ThemeOpinion::theme).toList();
  }

  private List<Assessment> understood(Org org) {
    return List.of(assessed(org, FRESH), assessed(org, OTHER));
  }

  private void receive(Org org, String... texts) {
    var by = somebody(org);
    inOrganization(
        org,
        () -> {
          UUID source = sources.named("Reviews", Source.Kind.FILE, by).id();
          intake.receive(
              source,
              Arrays.stream(texts)
                  .map(text -> RawPost.of(UUID.randomUUID().toString(), text))
                  .toList());
        });
    allAssessed(org);
  }

  private void allAssessed(Org org) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }
}
