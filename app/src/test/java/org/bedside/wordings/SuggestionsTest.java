package org.bedside.wordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.BedsideTest;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Post;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SuggestionsTest extends BedsideTest {

  private static final List<String> POSTS =
      List.of(
          "I waited four hours on March 3 and Dr. Hollis never came. Wilhelmina Fairweather, aged"
              + " 67, room 4411. Call {phone} or {policy}!",
          "Thank you Priya Ramanathan and the whole oncology ward, you saved my Ezekiel!",
          "Esperé tres horas con mi hijo Anselmo el 3 de marzo y el doctor Quintanilla fue"
              + " grosero.",
          "Bathrooms at Pine Street were filthy. Nobody cleaned them for my whole stay in June.",
          "Is the flu clinic open on Saturday for Bartholomew?");

  @Autowired private Wordings wordings;
  @Autowired private Suggestions suggestions;
  @Autowired private Understanding understanding;
  @Autowired private ReplyPolicy policy;

  @Test
  void eachPostIsAnsweredSafelyInItsLanguageWithTheOtherBeside() {
    Org org = starters();
    Map<UUID, Pair> approved =
        inOrganization(org, () -> wordings.approved()).stream()
            .collect(Collectors.toMap(Wording::id, one -> one.text().words()));
    for (String post : POSTS) {
      List<Suggestion> found = suggest(org, ask(post, "google", List.of()));

      assertThat(found).as(post).isNotEmpty().hasSizeLessThanOrEqualTo(3);
      for (Suggestion one : found) {
        assertThat(policy.review(one.text(), Post.of("1", post)).decision())
            .as(one.text())
            .isEqualTo(Verdict.Decision.ALLOW);
        assertThat(one.language())
            .isEqualTo(post.startsWith("Esperé") ? Language.SPANISH : Language.ENGLISH);
        assertThat(one.text()).isEqualTo(said(one, one.language(), approved));
        assertThat(one.other()).isIn("", said(one, one.language().other(), approved));
        assertThat(one.text()).doesNotContain("{");
      }
      assertThat(found).as(post).anyMatch(one -> !one.other().isEmpty());
    }
  }

  /** What its wordings say in that language. */
  private static String said(Suggestion one, Language language, Map<UUID, Pair> approved) {
    return one.parts().stream()
        .map(part -> approved.getOrDefault(part, Pair.EMPTY).in(language))
        .map(words -> StartersTest.CONTACTS.fill(words, language).text())
        .collect(Collectors.joining(" "));
  }

  @Test
  void nothingOfThePostComesIntoASuggestion() {
    Org org = starters();
    Set<String> ours = new TreeSet<>();
    for (Wording one : inOrganization(org, () -> wordings.approved())) {
      for (Language language : Language.values()) {
        String words = one.text().words().in(language);
        ours.addAll(words(StartersTest.CONTACTS.fill(words, language).text()));
      }
    }
    for (String post : POSTS) {
      List<Suggestion> found = suggest(org, ask(post, "google", List.of()));
      assertThat(found).as(post).isNotEmpty();
      for (Suggestion one : found) {
        assertThat(words(one.text() + " " + one.other())).as(one.text()).isSubsetOf(ours);
        assertThat(words(one.text() + " " + one.other()))
            .doesNotContain("hollis", "march", "wilhelmina", "67", "4411", "priya", "oncology")
            .doesNotContain("ezekiel", "anselmo", "marzo", "quintanilla", "pine", "june", "flu");
      }
    }
  }

  @Test
  void aChangedWordingIsSuggestedOnlyOnceItIsApprovedAgain() {
    Org org = found("Larkspur Health");
    var by = somebody(org);
    WordingText text = thanks("Thank you for your kind words!");
    var id = inOrganization(org, () -> wordings.add(text, by));
    Ask praise = ask("The nurses were lovely.", "google", List.of());
    assertThat(suggest(org, praise)).isEmpty();

    inOrganization(org, () -> wordings.approve(id, by));
    assertThat(suggest(org, praise))
        .extracting(Suggestion::text)
        .containsExactly("Thank you for your kind words!");

    inOrganization(org, () -> wordings.change(id, thanks("Thank you very much!"), by));
    assertThat(suggest(org, praise)).isEmpty();
    inOrganization(org, () -> wordings.approve(id, by));
    assertThat(suggest(org, praise))
        .extracting(Suggestion::text)
        .containsExactly("Thank you very much!");
  }

  @Test
  void aWordingThatWouldDiscloseOrMightBesideThisPostIsNotSuggestedAlthoughApproved() {
    Org org = found("Larkspur Health");
    approved(org, thanks("We are sorry about your wait in our emergency room."));
    approved(org, thanks("Thank you for sharing this about the oncology ward."));

    assertThat(inOrganization(org, () -> wordings.approved())).hasSize(2);
    assertThat(suggest(org, ask("The nurses were lovely.", "google", List.of()))).isEmpty();
  }

  @Test
  void whoThinksOfSelfHarmIsShownTheCrisisLineAndNothingElse() {
    Org org = starters();
    approved(
        org,
        new WordingText(
            "Sorry for anything",
            Tone.REGRET,
            false,
            new Pair("We are sorry to hear this.", "Lamentamos leer esto."),
            Set.of(),
            Set.of(),
            Set.of()));
    approved(
        org,
        new WordingText(
            "An answer to anything",
            Tone.THANKS,
            true,
            new Pair("Thank you for your feedback.", "Gracias por sus comentarios."),
            Set.of(),
            Set.of(),
            Set.of()));
    approved(
        org,
        new WordingText(
            "Sorry for this",
            Tone.REGRET,
            false,
            new Pair("We are sorry to read this.", "Lamentamos leer esto."),
            Set.of(),
            Set.of(Occasion.SELF_HARM),
            Set.of()));
    for (String post :
        List.of(
            "I can't go on any more. I want to kill myself tonight.",
            "I took an overdose because I want to die and now I can't breathe.",
            "Ya no quiero vivir, quiero suicidarme esta noche.")) {
      List<Suggestion> found = suggest(org, ask(post, "facebook", List.of()));

      assertThat(found).as(post).hasSize(1);
      assertThat(found.getFirst().text()).contains("988").contains("911");
      assertThat(found.getFirst().occasion()).isEqualTo(Occasion.SELF_HARM);
    }
  }

  @Test
  void theReasonNamesTheThemeThatIsAnswered() {
    Org org = starters();

    List<Suggestion> found =
        suggest(org, ask("I waited four hours and nobody came.", "google", List.of()));

    assertThat(found).anyMatch(one -> "Timeliness of care".equals(one.theme()));
    assertThat(found.getFirst().names()).contains("Waiting");
  }

  @Test
  void theSameQuestionHasTheSameAnswerAndWhatWasSaidLatelyComesLast() {
    Org org = starters();
    String post = "I waited four hours and nobody came.";
    List<Suggestion> first = suggest(org, ask(post, "google", List.of()));

    assertThat(suggest(org, ask(post, "google", List.of()))).isEqualTo(first);
    List<Suggestion> next = suggest(org, ask(post, "google", List.of(first.getFirst().text())));
    assertThat(opening(next.getFirst())).isNotEqualTo(opening(first.getFirst()));
    assertThat(first).extracting(SuggestionsTest::opening).doesNotHaveDuplicates();
  }

  @Test
  void aSuggestionFitsTheNetwork() {
    Org org = starters();
    String sentence = "Thank you for taking the time to share your feedback with us. ";
    approved(
        org,
        new WordingText(
            "A long answer",
            Tone.THANKS,
            true,
            new Pair(sentence.repeat(5).strip(), ""),
            Set.of(),
            Set.of(),
            Set.of()));
    for (String network : List.of("x", "bluesky", "google")) {
      List<Suggestion> found = suggest(org, ask(POSTS.getFirst(), network, List.of()));
      assertThat(found).as(network).isNotEmpty();
      assertThat(found)
          .extracting(one -> one.text().length() > 300)
          .as(network)
          .contains(network.equals("google"));
      for (Suggestion one : found) {
        assertThat(NetworkText.of(network).flaws(one.text())).as(one.text()).isEmpty();
      }
    }
  }

  private void approved(Org org, WordingText text) {
    var by = somebody(org);
    var id = inOrganization(org, () -> wordings.add(text, by));
    across
        .jdbc()
        .sql("update wording set approved_by = 'x', approved_at = now() where id = ?")
        .param(id)
        .update();
  }

  @Test
  void whatHasNoValueYetIsNotSuggestedHalfFilled() {
    Org org = starters();
    Ask full = ask("I waited four hours and nobody came.", "google", List.of());
    Ask empty =
        new Ask(
            full.post(),
            full.occasions(),
            full.themes(),
            full.language(),
            full.network(),
            new Values(java.util.Map.of()),
            List.of());

    assertThat(suggest(org, empty))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.text()).doesNotContain("{"));
  }

  private Org starters() {
    Org org = found("Larkspur Health");
    var by = somebody(org);
    inOrganization(org, () -> wordings.takeOver(Language.ENGLISH, by));
    // Without the guard's long look at each, which StartersTest takes.
    across
        .jdbc()
        .sql("update wording set approved_by = 'x', approved_at = now() where organization_id = ?")
        .param(org.id().value())
        .update();
    return org;
  }

  private List<Suggestion> suggest(Org org, Ask ask) {
    return inOrganization(org, () -> suggestions.suggest(ask));
  }

  private Ask ask(String text, String network, List<String> lately) {
    Post post = Post.of("1", text);
    Assessment understood = understanding.assess(List.of(post)).getFirst();
    return new Ask(
        post,
        Occasion.of(understood.sentiment().label(), understood.urgency(), text.contains("?")),
        understood.themes().stream().map(ThemeOpinion::theme).distinct().toList(),
        Language.of(understood.language()),
        NetworkText.of(network),
        StartersTest.CONTACTS,
        lately);
  }

  private static WordingText thanks(String words) {
    return new WordingText(
        "Thanks",
        Tone.THANKS,
        false,
        new Pair(words, ""),
        Set.of(),
        Set.of(Occasion.PRAISE),
        Set.of());
  }

  private static String opening(Suggestion one) {
    return one.names().getFirst();
  }

  private static List<String> words(String text) {
    return new ArrayList<>(
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}@-]+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }
}
