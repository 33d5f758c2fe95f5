package org.bedside.wordings;

import java.util.List;
import java.util.Map;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Post;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the guard says of a wording: standing alone, and as an answer to invented reviews of several
 * shapes, since what discloses nothing by itself can do so beside a review. Thread-safe.
 */
@Component
public class WordingCheck {

  private static final Post ALONE = Post.of("alone", "");

  /**
   * Invented, and few: each takes a verdict by the encoder, and a whole set is approved at once.
   */
  private static final Map<Language, List<Post>> SHAPES =
      Map.of(
          Language.ENGLISH,
          List.of(
              Post.of(
                  "complaint",
                  "I waited four hours with chest pain on March 3 and nobody came. Dr. Hollis never"
                      + " showed up and then they billed me twice."),
              Post.of("praise", "The nurses were so kind to my mother after her surgery.")),
          Language.SPANISH,
          List.of(
              Post.of(
                  "complaint",
                  "Esperé tres horas con mi hijo y el doctor fue grosero con nosotros.")));

  /** What stands for a variable that has no value yet. */
  private static final Values STAND_INS =
      new Values(
          Map.of(
              Variable.ORGANIZATION, new Pair("our hospital", ""),
              Variable.LOCATION, new Pair("our hospital", ""),
              Variable.OFFICE,
                  new Pair(
                      "our Patient Relations office", "nuestra oficina de atención al paciente"),
              Variable.PHONE, new Pair("555-0142", ""),
              Variable.EMAIL, new Pair("care@hospital.example", ""),
              Variable.WEBSITE, new Pair("hospital.example", ""),
              Variable.HOURS, new Pair("Monday to Friday", "lunes a viernes"),
              Variable.POLICY,
                  new Pair(
                      "Privacy laws prevent us from discussing details here.",
                      "Las leyes de privacidad no nos permiten comentar en público."),
              Variable.EMERGENCY, new Pair("911", ""),
              Variable.CRISIS, new Pair("988", "")));

  private final ReplyPolicy policy;

  WordingCheck(ReplyPolicy policy) {
    this.policy = policy;
  }

  /**
   * Judges both languages.
   *
   * @param values what the variables stand for; those without a value get an invented one
   */
  public WordingText.Checked check(WordingText text, Values values) {
    Values all = values.orElse(STAND_INS);
    return new WordingText.Checked(
        worst(text.words().english(), Language.ENGLISH, all),
        worst(text.words().spanish(), Language.SPANISH, all));
  }

  private WordingText.@Nullable Found worst(String words, Language language, Values values) {
    if (words.isBlank()) {
      return null;
    }
    String filled = values.fill(words, language).text();
    Verdict worst = policy.review(filled, ALONE);
    for (Post shape : SHAPES.getOrDefault(language, List.of())) {
      if (worst.decision() == Verdict.Decision.BLOCK) {
        break;
      }
      Verdict verdict = policy.review(filled, shape);
      if (verdict.decision().compareTo(worst.decision()) > 0) {
        worst = verdict;
      }
    }
    return new WordingText.Found(filled, worst);
  }
}
