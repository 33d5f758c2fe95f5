package org.bedside.understanding.model;

import org.bedside.understanding.text.Token;

/** Counts how a text is written and what the valence lexicon says of its words. */
final class StyleTally {

  private static final double STRONGEST = 4;

  private final Lexicon lexicon;
  private int words;
  private int shouted;
  private int stretched;
  private int exclamations;
  private int questions;
  private int emoji;
  private int mentions;
  private int hashtags;
  private int links;
  private int numbers;
  private int negations;
  private double positive;
  private double negative;
  private double strongestPositive;
  private double strongestNegative;
  private double lastPositive;
  private double lastNegative;
  private int positives;
  private int negatives;

  StyleTally(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void add(Token token, String word, boolean negated, boolean negator) {
    switch (token.kind()) {
      case WORD -> words++;
      case NUMBER -> numbers++;
      case URL -> links++;
      case MENTION -> mentions++;
      case HASHTAG -> hashtags++;
      case EMOJI, EMOTICON -> emoji++;
      case PUNCTUATION -> {
        exclamations += word.startsWith("!") ? token.end() - token.start() : 0;
        questions += word.startsWith("?") ? token.end() - token.start() : 0;
      }
    }
    shouted += token.shouted() ? 1 : 0;
    stretched += token.stretched() ? 1 : 0;
    negations += negator ? 1 : 0;
    double valence = lexicon.valence(word) / STRONGEST;
    if (valence != 0) {
      valence(token.shouted() ? valence * 1.2 : valence, negated);
    }
  }

  private void valence(double plain, boolean negated) {
    double valence = negated ? -0.74 * plain : plain;
    if (valence > 0) {
      positive += valence;
      positives++;
      strongestPositive = Math.max(strongestPositive, valence);
      lastPositive = valence;
      lastNegative = 0;
    } else {
      negative -= valence;
      negatives++;
      strongestNegative = Math.max(strongestNegative, -valence);
      lastNegative = -valence;
      lastPositive = 0;
    }
  }

  void into(Features features) {
    double sum = (positive - negative) * STRONGEST;
    features.dense(0, sum / Math.sqrt(sum * sum + 15));
    features.dense(1, saturate(positive));
    features.dense(2, saturate(negative));
    features.dense(3, strongestPositive);
    features.dense(4, strongestNegative);
    features.dense(5, lastPositive);
    features.dense(6, lastNegative);
    features.dense(7, saturate(positives / 2.0));
    features.dense(8, saturate(negatives / 2.0));
    features.dense(9, positives == 0 && negatives == 0 ? 1 : 0);
    features.dense(10, saturate(exclamations / 2.0));
    features.dense(11, saturate(questions / 2.0));
    features.dense(12, words == 0 ? 0 : (double) shouted / words);
    features.dense(13, saturate(stretched));
    features.dense(14, saturate(emoji));
    features.dense(15, saturate(mentions));
    features.dense(16, saturate(hashtags));
    features.dense(17, links > 0 ? 1 : 0);
    features.dense(18, saturate(numbers));
    features.dense(19, saturate(negations));
    features.dense(20, words <= 3 ? 1 : 0);
    features.dense(21, words > 3 && words <= 10 ? 1 : 0);
    features.dense(22, words > 25 ? 1 : 0);
    features.dense(23, positives > 0 && negatives > 0 ? 1 : 0);
  }

  private static double saturate(double count) {
    return count / (1 + count);
  }
}
