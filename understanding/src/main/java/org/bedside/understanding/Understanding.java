package org.bedside.understanding;

import java.util.ArrayList;
import java.util.HashSet;
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
import org.bedside.understanding.teaching.Base;
import org.bedside.understanding.teaching.Hearing;
import org.bedside.understanding.teaching.Taught;
import org.bedside.understanding.teaching.Teacher;
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
          "theme.taught",
          "sentiment.taught",
          "urgency.taught",
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
  private final LearnedUrgency learnedUrgency;
  private final AskFinder askFinder = new AskFinder();
  private final @Nullable LearnedAsks learnedAsks;

  private final Teacher teacher;
  private final Taught taught;

  private Understanding(@Nullable Encoded encoded) {
    this.encoded = encoded;
    teacher = new Teacher(new Untaught());
    taught = Taught.NOTHING;
    languages = LanguageIdentifier.load();
    reader = Reader.load();
    sentiments = SentimentJudge.load(encoded);
    offence = OffenceJudge.load(encoded);
    themes = ThemeJudge.load(sentiments, encoded);
    disasters = DisasterJudge.load(encoded);
    identifierFinder = new IdentifierFinder(encoded == null ? null : LearnedTags.of(encoded));
    learnedUrgency = LearnedUrgency.load(encoded);
    learnedAsks = encoded == null ? null : LearnedAsks.of(encoded);
  }

  private Understanding(Understanding base, Taught taught) {
    encoded = base.encoded;
    languages = base.languages;
    reader = base.reader;
    sentiments = base.sentiments;
    offence = base.offence;
    themes = base.themes;
    disasters = base.disasters;
    identifierFinder = base.identifierFinder;
    learnedUrgency = base.learnedUrgency;
    learnedAsks = base.learnedAsks;
    teacher = base.teacher;
    this.taught = taught;
  }

  /** The weights of a thorough one, read quickly. */
  private Understanding(Understanding thorough) {
    encoded = null;
    languages = thorough.languages;
    reader = thorough.reader;
    sentiments = thorough.sentiments.quick();
    offence = thorough.offence.quick();
    themes = thorough.themes.quick(sentiments);
    disasters = thorough.disasters.quick();
    identifierFinder = new IdentifierFinder(null);
    learnedUrgency = thorough.learnedUrgency.quick();
    learnedAsks = null;
    teacher = thorough.teacher;
    taught = thorough.taught;
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

  /**
   * The same at the quick level, without reading anything anew: what is untaught answers as one
   * loaded at that level does. Lessons count as this one learned them.
   */
  public Understanding quick() {
    return encoded == null ? this : new Understanding(this);
  }

  /** Claims to find in posts, whose stance is told as thoroughly as everything else. */
  public ClaimIndex index(List<Claim> claims) {
    return ClaimIndex.of(claims, encoded);
  }

  /** The guard on replies, which reads as thoroughly as everything else. */
  public Guard guard() {
    return Guard.of(encoded);
  }

  /**
   * The guard alone, for those who read nothing else.
   *
   * @throws IllegalStateException if the level is thorough and this machine can't run the encoder
   */
  public static Guard guard(Level level) {
    return switch (level) {
      case QUICK -> Guard.standard();
      case THOROUGH -> Guard.of(Encoded.load());
    };
  }

  /**
   * The same with what an organization teaches, in the place of what was taught before: it finds
   * the organization's own themes beside those of the framework, which stay as they are, and judges
   * posts near its corrected ones as its people did. What has little to do with any lesson is
   * judged as without. This one is left as it is, so organizations can't reach each other. The same
   * teaching gives the same answers always. Learning takes up to a few seconds with a thousand
   * lessons.
   *
   * @throws IllegalArgumentException where two own themes have one name, or one has that of a theme
   *     of the framework
   */
  public Understanding taught(Teaching teaching) {
    Set<String> names = new HashSet<>(themes());
    for (OwnTheme theme : teaching.themes()) {
      if (!names.add(theme.name())) {
        throw new IllegalArgumentException("There is a theme " + theme.name() + " already");
      }
    }
    return new Understanding(this, teacher.learn(teaching));
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
    Reading reading = read(post);
    Hearing hearing = taught.hear(reading);
    Language language = reading.language();
    double patientVoice = sentiments.patientVoice(reading.whole());
    Sentiment feltFirst = sentiments.judge(reading, patientVoice);
    Sentiment sentiment = hearing.sentiment(feltFirst);
    double offensive = offence.judge(reading);
    double[] likely = hearing.themes(themes.probabilities(reading));
    boolean oneClause = reading.segments() == 1;
    List<ThemeOpinion> found = themes.judge(reading, patientVoice, likely);
    if (oneClause && sentiment.label() != feltFirst.label()) {
      found = Taught.felt(found, sentiment.label());
    }
    List<ThemeOpinion> own =
        hearing.ownThemes(
            clause ->
                oneClause
                    ? sentiment.label()
                    : sentiments.judge(reading, clause, patientVoice).label());
    Disaster disaster = disasters.judge(reading);
    List<Identifier> identifiers = identifierFinder.find(post.text(), reading.states());
    Urgency pressing = urgency(reading);
    Urgency urgency = hearing.urgency(pressing);
    List<Span> asks = asks(reading);
    List<About> about = directory.find(post.text());

    var reasons = new ArrayList<Reason>();
    if (!language.code().equals(LanguageIdentifier.UNDETERMINED)) {
      String code = language.stated() ? "language.stated" : "language.letters";
      reasons.add(new Reason("language", code, language.code(), null, language.confidence()));
    }
    if (sentiment.label() == feltFirst.label()) {
      reasons.addAll(sentiments.reasons(reading, sentiment, patientVoice));
    } else {
      reasons.add(Taught.feeling(sentiment));
    }
    reasons.addAll(offence.reasons(reading, offensive));
    reasons.addAll(themes.reasons(found));
    reasons.addAll(Taught.themes(own));
    reasons.addAll(disasters.reasons(reading, disaster));
    addReasons(reasons, identifiers, urgency, asks, about);
    if (urgency.level() != pressing.level()) {
      reasons.add(Taught.haste(urgency));
    }
    return new Assessment(
        post.id(),
        language.code(),
        sentiment,
        offensive,
        Taught.beside(found, own),
        identifiers,
        urgency,
        disaster,
        asks,
        about,
        reasons);
  }

  private Urgency urgency(Reading reading) {
    return learnedUrgency.judge(reading, urgencyJudge.judge(reading.post()));
  }

  private List<Span> asks(Reading reading) {
    Post post = reading.post();
    List<Span> byPatterns = askFinder.find(post.text(), post.question());
    States states = reading.states();
    return states == null || learnedAsks == null
        ? byPatterns
        : learnedAsks.find(post.text(), states, byPatterns);
  }

  private Reading read(Post post) {
    List<Token> tokens = Tokenizer.tokens(post.text());
    Language language = languages.identify(tokens, post.lang());
    States states = encoded == null ? null : encoded.encoder().read(post.text(), post.question());
    return new Reading(post, tokens, language, reader, states);
  }

  /** What teaching builds on. */
  private final class Untaught implements Base {

    @Override
    public Reading read(Post post) {
      return Understanding.this.read(post);
    }

    @Override
    public Sentiment sentiment(Reading reading) {
      return sentiments.judge(reading, sentiments.patientVoice(reading.whole()));
    }

    @Override
    public double[] themes(Reading reading) {
      return themes.probabilities(reading);
    }

    @Override
    public List<String> themes() {
      return themes.order();
    }

    @Override
    public Urgency urgency(Reading reading) {
      return Understanding.this.urgency(reading);
    }
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
