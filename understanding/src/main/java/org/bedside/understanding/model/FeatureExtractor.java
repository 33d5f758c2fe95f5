package org.bedside.understanding.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bedside.understanding.text.Token;
import org.bedside.understanding.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Makes features of a text: words in runs of one to three, the letters within them, words under a
 * negation, how the text is written, what the valence lexicon says, and the question it answers.
 */
public final class FeatureExtractor {

  private static final int NEGATION_REACH = 6;
  private static final int SHORT_ANSWER = 8;
  private static final int LONGEST_LETTER_RUN = 5;
  private static final Set<String> NEGATORS =
      Set.of(
          "not", "no", "never", "without", "nothing", "none", "nobody", "nor", "neither", "hardly",
          "barely", "cannot", "cant", "dont", "wont", "didnt", "isnt", "wasnt", "doesnt", "aint");
  private static final Set<String> SCOPE_ENDS =
      Set.of(".", ",", ";", ":", "!", "?", "..", "!!", "??", "…", "but", "because", "and");

  private final Lexicon lexicon;
  private final WordVectors vectors;

  public FeatureExtractor(Lexicon lexicon, WordVectors vectors) {
    this.lexicon = lexicon;
    this.vectors = vectors;
  }

  /** Reads what it needs from the library's resources. */
  public static FeatureExtractor load() {
    return new FeatureExtractor(Lexicon.load(), WordVectors.load());
  }

  /** Gives the features of a text in {@code language}, written in answer to {@code question}. */
  public Features extract(String text, @Nullable String question, String language) {
    return extract(Tokenizer.tokens(text), question, language);
  }

  /** Gives the features of tokens already cut, for a part of a text as well as for a whole. */
  public Features extract(List<Token> tokens, @Nullable String question, String language) {
    var features = new Features(tokens);
    String[] words = new String[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = lexicon.gloss(tokens.get(i).norm(), language);
    }
    boolean[] negated = negated(words);
    addWords(features, words);
    addFeelings(features, words, negated);
    addLetters(features, words);
    addQuestion(features, words, question);
    addDense(features, tokens, words, negated);
    return features;
  }

  private static boolean[] negated(String[] words) {
    var negated = new boolean[words.length];
    int left = 0;
    for (int i = 0; i < words.length; i++) {
      if (isNegator(words[i])) {
        left = NEGATION_REACH;
      } else if (SCOPE_ENDS.contains(words[i])) {
        left = 0;
      } else if (left > 0) {
        negated[i] = true;
        left--;
      }
    }
    return negated;
  }

  private static boolean isNegator(String word) {
    return NEGATORS.contains(word) || word.endsWith("n't");
  }

  private static void addWords(Features features, String[] words) {
    int whole = Hash.start("whole");
    for (int i = 0; i < words.length; i++) {
      int one = Hash.of(words[i]);
      features.add(Features.WORDS, Hash.mix(1, one), i, i + 1);
      if (i + 1 < words.length) {
        int two = Hash.mix(one, Hash.of(words[i + 1]));
        features.add(Features.WORDS, Hash.mix(3, two), i, i + 2);
        if (i + 2 < words.length) {
          int third = Hash.of(words[i + 2]);
          features.add(Features.WORDS, Hash.mix(4, Hash.mix(two, third)), i, i + 3);
          features.add(Features.WORDS, Hash.mix(5, Hash.mix(one, third)), i, i + 3);
        }
      }
      if (words[i].startsWith("#")) {
        features.add(Features.WORDS, Hash.mix(1, Hash.of(words[i].substring(1))), i, i + 1);
      }
      whole = Hash.mix(whole, one);
    }
    if (words.length > 0) {
      features.add(Features.WORDS, Hash.mix(6, Hash.of(words[0])), 0, 1);
      features.add(
          Features.WORDS,
          Hash.mix(7, Hash.of(words[words.length - 1])),
          words.length - 1,
          words.length);
      if (words.length <= SHORT_ANSWER) {
        features.add(Features.WORDS, Hash.mix(8, whole), 0, words.length);
      }
    }
  }

  /**
   * Words under a negation, and what the lexicon says of words, apart from the many plain words.
   */
  private void addFeelings(Features features, String[] words, boolean[] negated) {
    for (int i = 0; i < words.length; i++) {
      if (negated[i]) {
        features.add(Features.FEELING, Hash.mix(2, Hash.of(words[i])), i, i + 1);
      }
      int strength = (int) Math.round(lexicon.valence(words[i]));
      if (strength != 0) {
        int polarity = Hash.mix(Integer.signum(strength), negated[i] ? 1 : 0);
        features.add(Features.FEELING, Hash.mix(21, polarity), i, i + 1);
        features.add(Features.FEELING, Hash.mix(22, Hash.mix(polarity, strength)), i, i + 1);
      }
    }
  }

  private static void addLetters(Features features, String[] words) {
    for (int w = 0; w < words.length; w++) {
      String padded = " " + words[w] + " ";
      for (int from = 0; from < padded.length(); from++) {
        int hash = Hash.start("letters");
        int longest = Math.min(padded.length(), from + LONGEST_LETTER_RUN);
        for (int at = from; at < longest; at++) {
          hash = Hash.mix(hash, padded.charAt(at));
          if (at - from >= 1) {
            features.add(Features.CHARACTERS, hash, w, w + 1);
          }
        }
      }
    }
  }

  private static void addQuestion(Features features, String[] words, @Nullable String question) {
    if (question == null || question.isBlank()) {
      return;
    }
    int tone = Hash.start(toneOf(question));
    for (Token token : Tokenizer.tokens(question)) {
      features.add(Features.QUESTION, Hash.mix(11, Hash.of(token.norm())), 0, 0);
    }
    features.add(Features.QUESTION, Hash.mix(12, tone), 0, 0);
    for (int i = 0; i < words.length; i++) {
      int one = Hash.mix(tone, Hash.of(words[i]));
      features.add(Features.WORDS, Hash.mix(13, one), i, i + 1);
      if (i + 1 < words.length) {
        features.add(Features.WORDS, Hash.mix(14, Hash.mix(one, Hash.of(words[i + 1]))), i, i + 2);
      }
    }
    int length = Math.min(4, words.length / 3);
    features.add(Features.QUESTION, Hash.mix(15, Hash.mix(tone, length)), 0, 0);
  }

  private static String toneOf(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    boolean better =
        lower.contains("improve") || lower.contains("better") || lower.contains("change");
    boolean good = lower.contains("good") || lower.contains("well") || lower.contains("best");
    boolean why = lower.contains("why") || lower.contains("reason");
    return better && !good ? "better" : good && !better ? "good" : why ? "why" : "open";
  }

  private void addDense(Features features, List<Token> tokens, String[] words, boolean[] negated) {
    var tally = new StyleTally(lexicon);
    for (int i = 0; i < words.length; i++) {
      tally.add(tokens.get(i), words[i], negated[i], isNegator(words[i]));
    }
    tally.into(features);
    double[] meaning = vectors.of(words);
    for (int d = 0; d < meaning.length; d++) {
      features.dense(Features.SPOKEN + d, meaning[d]);
    }
  }
}
