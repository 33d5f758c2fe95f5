package org.bedside.wordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bedside.BedsideTest;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Guard;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StartersTest extends BedsideTest {

  private static final List<String> REVIEWS =
      List.of(
          "I waited four hours with chest pain on March 3 and nobody came. Dr. Hollis"
              + " never showed up and then they billed me twice.",
          "The nurses were so kind to my mother after her surgery. Thank you, Priya!",
          "Esperé tres horas con mi hijo y el doctor fue grosero con nosotros.",
          "Las enfermeras son muy amables y el lugar está limpio. Gracias.",
          "Nobody answers the phone. I called eleven times on Monday to change my"
              + " appointment.",
          "They sent my bill to collections although my insurance had paid. $1,240 for"
              + " an X-ray!",
          "The bathroom on the fourth floor was filthy and there was blood on the wall.",
          "Parking costs more than the visit and the garage was full at 7 am.",
          "My husband fell out of bed and nobody came when I pressed the button.",
          "They gave my father the wrong dose of his blood thinner and he collapsed. We"
              + " called a lawyer.",
          "Rude receptionist. She rolled her eyes when I said I was in pain.",
          "The food was cold and my mother is diabetic, they brought her cake.",
          "They would not let me stay with my daughter while she was in labor.",
          "Dr. Okonkwo is the best surgeon, she explained everything and my knee is like" + " new.",
          "I can't go on like this any more. I want to end it.",
          "Is the flu shot clinic open on Saturday? Do I need an appointment?",
          "A nurse talked about my test results in front of the whole waiting room.",
          "They treated me differently because of the color of my skin.",
          "I was discharged at midnight with no medication and no ride home.",
          "Vaccines cause autism and this hospital hides it.",
          "Me dieron el alta sin explicarme los medicamentos y terminé en urgencias otra" + " vez.",
          "Nadie habla español en la recepción y se burlaron de mi acento.",
          "I am a reporter with the Valley Ledger, who can comment on the layoffs?",
          "What dose of ibuprofen can I give a two year old with fever?");

  /** What a hospital would enter. */
  static final Values CONTACTS =
      new Values(
          Map.of(
              Variable.ORGANIZATION, new Pair("Larkspur Health", ""),
              Variable.OFFICE,
                  new Pair(
                      "our Patient Relations office", "nuestra oficina de Atención al Paciente"),
              Variable.PHONE, new Pair("555-0142", ""),
              Variable.EMAIL, new Pair("care@larkspur.example", ""),
              Variable.WEBSITE, new Pair("larkspur.example", ""),
              Variable.POLICY,
                  new Pair(
                      "Privacy laws prevent us from discussing details here.",
                      "Las leyes de privacidad no nos permiten comentar en público."),
              Variable.EMERGENCY, new Pair("911", ""),
              Variable.CRISIS, new Pair("988", "")));

  @Autowired private Starters starters;
  @Autowired private ReplyPolicy policy;
  @Autowired private Understanding understanding;

  @Test
  void noWordingOfTheStarterSetIsBlockedInEitherLanguageWhateverTheReview() {
    Guard rules = Guard.standard();
    List<String> blocked = new ArrayList<>();
    int turn = 0;
    for (Starter starter : starters.all()) {
      for (Language language : Language.values()) {
        String words = starter.text().words().in(language);
        Values.Filled filled = CONTACTS.fill(words, language);
        assertThat(filled.missing()).as(starter.key()).isEmpty();
        for (String review : REVIEWS) {
          if (rules.review(filled.text(), Post.of("1", review)).decision()
              == Verdict.Decision.BLOCK) {
            blocked.add(starter.key() + " to " + review);
          }
        }
        // The encoder is slower; the reviews take turns.
        for (int i = 0; i < 4; i++) {
          Post post = Post.of("1", REVIEWS.get(turn++ % REVIEWS.size()));
          if (policy.review(filled.text(), post).decision() == Verdict.Decision.BLOCK) {
            blocked.add(starter.key() + " in " + language + " to " + post.text());
          }
        }
      }
    }
    assertThat(REVIEWS).hasSizeGreaterThanOrEqualTo(20);
    assertThat(blocked).isEmpty();
  }

  @Test
  void theSetHasBothLanguagesAndAnswersOnlyThemesThatThereAre() {
    assertThat(starters.all()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(starters.all()).extracting(Starter::key).doesNotHaveDuplicates();
    for (Starter starter : starters.all()) {
      assertThat(starter.text().words().english()).as(starter.key()).isNotBlank();
      assertThat(starter.text().words().spanish()).as(starter.key()).isNotBlank();
      assertThat(starter.text().unknown()).as(starter.key()).isEmpty();
      assertThat(understanding.themes()).as(starter.key()).containsAll(starter.text().themes());
      assertThat(starter.text().words().english().split("[.!?](\\s|$)"))
          .as(starter.key())
          .hasSizeLessThanOrEqualTo(5);
    }
  }
}
