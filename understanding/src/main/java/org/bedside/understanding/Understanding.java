package org.bedside.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bedside.understanding.asks.AskFinder;
import org.bedside.understanding.asks.LearnedAsks;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.identifiers.IdentifierFinder;
import org.bedside.understanding.identifiers.LearnedTags;
import org.bedside.understanding.judge.DisasterJudge;
import org.bedside.understanding.judge.Encoded;
import org.bedside.understanding.judge.OffenceJudge;
import org.bedside.understanding.judge.Reading;
import org.bedside.understanding.judge.SentimentJudge;
import org.bedside.understanding.judge.ThemeJudge;
import org.bedside.understanding.language.LanguageIdentifier;
import org.bedside.understanding.language.LanguageIdentifier.Language;
import org.bedside.understanding.model.Reader;
import org.bedside.understanding.text.Token;
import org.bedside.understanding.text.Tokenizer;
import org.bedside.understanding.urgency.LearnedUrgency;
import org.bedside.understanding.urgency.UrgencyJudge;
import org.jspecify.annotations.Nullable;

/**
 * Understands posts. Load it once and keep it: loading reads the trained weights from the library's
 * own resources, after that nothing is read or written. Every answer depends on the post alone, so
 * the same post gives the same assessment always. Immutable and thread-safe.
 */
public final class Understanding {

  private static final Set<String> REASON_CODES =
      Set.of(
          "language.letters",
          "language.stated",
          "sentiment.words",
          "sentiment.whole",
          "offensive.words",
          "offensive.whole",
          "theme.words",
          "disaster.words",
          "disaster.whole",
          "identifier.words",
          "urgency.words",
          "ask.words",
          "about.words");

  private final @Nullable Encoded encoded;
  private final LanguageIdentifier languages;
  private final Reader reader;
  private final SentimentJudge sentiments;
  private final OffenceJudge offence;
  private final ThemeJudge themes;
  private final DisasterJudge disasters;
  private final IdentifierFinder identifierFinder;
  private final UrgencyJudge urgencyJudge = new UrgencyJudge();
  private final @Nullable LearnedUrgency learnedUrgency;
  private final AskFinder askFinder = new AskFinder();
  private final @Nullable LearnedAsks learnedAsks;

  private Understanding(@Nullable Encoded encoded) {
    this.encoded = encoded;
    languages = LanguageIdentifier.load();
    reader = Reader.load();
    sentiments = SentimentJudge.load(encoded);
    offence = OffenceJudge.load(encoded);
    themes = ThemeJudge.load(sentiments, encoded);
    disasters = DisasterJudge.load(encoded);
    identifierFinder = new IdentifierFinder(encoded == null ? null : LearnedTags.of(encoded));
    learnedUrgency = encoded == null ? null : LearnedUrgency.of(encoded);
    learnedAsks = encoded == null ? null : LearnedAsks.of(encoded);
  }

  /**
   * Reads the weights of the thorough level, which takes about a second.
   *
   * @throws IllegalStateException if the library's own resources are missing, or this machine can't
   *     run the encoder
   */
  public static Understanding load() {
    return load(Level.THOROUGH);
  }

  /**
   * Reads the weights of one level.
   *
   * @throws IllegalStateException if the library's own resources are missing, or the level is
   *     thorough and this machine can't run the encoder
   */
  public static Understanding load(Level level) {
    return new Understanding(
        switch (level) {
          case QUICK -> null;
          case THOROUGH -> Encoded.load();
        });
  }

  /** How thoroughly it reads. */
  public Level level() {
    return encoded == null ? Level.QUICK : Level.THOROUGH;
  }

  /** Claims to find in posts, whose stance is told as thoroughly as everything else. */
  public ClaimIndex index(List<Claim> claims) {
    return ClaimIndex.of(claims, encoded);
  }

  /** Every {@link Reason#code()} that an assessment can carry, for the message files. */
  public static Set<String> reasonCodes() {
    return REASON_CODES;
  }

  /** Every label of the theme framework, exactly as in the training data, in alphabetical order. */
  public List<String> themes() {
    return themes.labels();
  }

  /** Assesses posts, in their order, knowing no provider or place. */
  public List<Assessment> assess(List<Post> posts) {
    return assess(posts, Directory.EMPTY);
  }

  /**
   * Assesses posts, in their order. Where many calls share their entries, make a {@link Directory}
   * of them once.
   */
  public List<Assessment> assess(List<Post> posts, List<DirectoryEntry> entries) {
    return assess(posts, Directory.of(entries));
  }

  /** Assesses posts, in their order, and finds whom and what of the directory they speak of. */
  public List<Assessment> assess(List<Post> posts, Directory directory) {
    return posts.stream().map(post -> assess(post, directory)).toList();
  }

  private Assessment assess(Post post, Directory directory) {
    List<Token> tokens = Tokenizer.tokens(post.text());
    Language language = languages.identify(tokens, post.lang());
    States states = encoded == null ? null : encoded.encoder().read(post.text(), post.question());
    var reading = new Reading(post, tokens, language, reader, states);
    double patientVoice = sentiments.patientVoice(reading.whole());
    Sentiment sentiment = sentiments.judge(reading, patientVoice);
    double offensive = offence.judge(reading);
    List<ThemeOpinion> found = themes.judge(reading, patientVoice);
    Disaster disaster = disasters.judge(reading);
    List<Identifier> identifiers = identifierFinder.find(post.text(), states);
    Urgency urgency = urgencyJudge.judge(post);
    List<Span> asks = askFinder.find(post.text(), post.question());
    if (states != null && learnedUrgency != null && learnedAsks != null) {
      urgency = learnedUrgency.judge(reading, states, urgency);
      asks = learnedAsks.find(post.text(), states, asks);
    }
    List<About> about = directory.find(post.text());

    var reasons = new ArrayList<Reason>();
    if (!language.code().equals(LanguageIdentifier.UNDETERMINED)) {
      String code = language.stated() ? "language.stated" : "language.letters";
      reasons.add(new Reason("language", code, language.code(), null, language.confidence()));
    }
    reasons.addAll(sentiments.reasons(reading, sentiment, patientVoice));
    reasons.addAll(offence.reasons(reading, offensive));
    reasons.addAll(themes.reasons(found));
    reasons.addAll(disasters.reasons(reading, disaster));
    addReasons(reasons, identifiers, urgency, asks, about);
    return new Assessment(
        post.id(),
        language.code(),
        sentiment,
        offensive,
        found,
        identifiers,
        urgency,
        disaster,
        asks,
        about,
        reasons);
  }

  private static void addReasons(
      List<Reason> reasons,
      List<Identifier> identifiers,
      Urgency urgency,
      List<Span> asks,
      List<About> about) {
    for (Identifier found : identifiers) {
      reasons.add(
          new Reason(
              "identifier", "identifier.words", found.type().name(), found.span(), found.score()));
    }
    for (Urgency.Signal sign : urgency.kinds()) {
      reasons.add(
          new Reason("urgency", "urgency.words", sign.kind().label(), sign.span(), sign.score()));
    }
    for (Span ask : asks) {
      reasons.add(new Reason("ask", "ask.words", "", ask, 1));
    }
    for (About found : about) {
      reasons.add(new Reason("about", "about.words", found.id(), found.span(), 1));
    }
  }
}
