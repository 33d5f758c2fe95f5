package org.bedside.understanding.identifiers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.IdentifierType;
import org.bedside.understanding.Span;
import org.bedside.understanding.encoder.Heads.Head;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.judge.Encoded;
import org.bedside.understanding.model.Calibration.Line;
import org.jspecify.annotations.Nullable;

/**
 * What the encoder holds of each word: which kind of identifier it is part of, if of any. Immutable
 * and thread-safe.
 */
public final class LearnedTags {

  /** The name of the head and of the blend. */
  public static final String NAME = "identifiers";

  /** In digits or in words. */
  private static final Pattern GREAT_AGE =
      Pattern.compile(
          "\\b(?:9\\d|1[0-2]\\d)(?!\\d)|ninet|nonagen|centen|hundred|noventa|cien",
          Pattern.CASE_INSENSITIVE);

  /**
   * Words that only hold a sentence together name nobody and no place, however they are written.
   */
  private static final Set<String> GRAMMAR =
      Set.of(
          ("he she it we they i you him us them his our ours their theirs my mine your yours this"
                  + " that these those and but the ella ellos ellas nosotros nosotras usted ustedes"
                  + " pero que esto eso para")
              .split(" "));

  /** The same, where no capital makes a name of them (An, Su, Lo). */
  private static final Set<String> SMALL_GRAMMAR =
      Set.of(
          ("a an or so for of to in on at by with from is was were are be been as if not no her me"
               + " el la los las un una y o de del en con por su sus mi mis tu tus se le lo es era"
               + " fue")
              .split(" "));

  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final int LONGEST_GRAMMAR = 40;

  /** Kinds that were learned to be told from identifiers, and are none. */
  private static final List<String> HARMLESS = List.of("ORGANIZATION", "COUNTRY");

  private final Head head;
  private final Line line;

  /** The kind that each label of the head stands for; null where it is none. */
  private final @Nullable IdentifierType[] types;

  private LearnedTags(Head head, Line line) {
    this.head = head;
    this.line = line;
    this.types = head.labels().stream().map(LearnedTags::type).toArray(IdentifierType[]::new);
  }

  /** Takes what was learned. */
  public static LearnedTags of(Encoded encoded) {
    return of(
        encoded.heads().head(NAME), encoded.blends().blend(NAME).calibration().lines().getFirst());
  }

  /**
   * With settings of one's own.
   *
   * @param line from which probability on words identify (threshold), and from which on they do
   *     where the name tagger holds so, too (offset)
   */
  public static LearnedTags of(Head head, Line line) {
    return new LearnedTags(head, line);
  }

  private static @Nullable IdentifierType type(String label) {
    String name = label.substring(label.indexOf('-') + 1);
    return label.equals("O") || HARMLESS.contains(name) ? null : IdentifierType.valueOf(name);
  }

  /**
   * The words of a text with how likely each identifies. Lives for one text; not thread-safe.
   *
   * @param states what the encoder made of it
   */
  Tagged tag(States states) {
    Tagged tagged = new Tagged();
    states.each(
        (start, end, vectors, at) -> {
          double[] shares = head.shares(vectors, at);
          Map<IdentifierType, Double> ofType = new EnumMap<>(IdentifierType.class);
          double none = 0;
          double first = 0;
          for (int i = 0; i < shares.length; i++) {
            double share = shares[i];
            IdentifierType type = types[i];
            if (type == null) {
              none += share;
            } else {
              ofType.merge(type, share, Double::sum);
              first += head.labels().get(i).startsWith("B-") ? share : 0;
            }
          }
          tagged.add(start, end, 1 - none, first, best(ofType));
        });
    return tagged;
  }

  private static IdentifierType best(Map<IdentifierType, Double> ofType) {
    return Collections.max(ofType.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** One word. */
  private static final class Part {
    private final int start;
    private int end;
    private double likely;
    private double first;
    private IdentifierType type;

    Part(int start, int end, double likely, double first, IdentifierType type) {
      this.start = start;
      this.end = end;
      this.likely = likely;
      this.first = first;
      this.type = type;
    }
  }

  /** The words of one text, judged. */
  final class Tagged {

    private final List<Part> parts = new ArrayList<>();

    private void add(int start, int end, double likely, double first, IdentifierType type) {
      Part last = parts.isEmpty() ? null : parts.getLast();
      if (last != null && start < last.end) {
        last.end = Math.max(last.end, end);
        if (likely > last.likely) {
          last.likely = likely;
          last.type = type;
        }
      } else {
        parts.add(new Part(start, end, likely, first, type));
      }
    }

    /** How likely a stretch identifies: as its likeliest word does. */
    double likely(Span span) {
      double likely = 0;
      for (Part part : parts) {
        if (part.start < span.end() && span.start() < part.end) {
          likely = Math.max(likely, part.likely);
        }
      }
      return likely;
    }

    /** Whether the encoder bears out what the name tagger found. */
    boolean bearsOut(Span span) {
      return likely(span) >= line.offset();
    }

    /** The stretches that identify by the encoder alone. */
    List<Identifier> found(String text) {
      List<Identifier> found = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).likely < line.threshold()) {
          continue;
        }
        Part head = parts.get(i);
        int last = i;
        double likely = head.likely;
        while (last + 1 < parts.size()
            && isSame(text, head, parts.get(last), parts.get(last + 1))) {
          last++;
          likely = Math.max(likely, parts.get(last).likely);
        }
        Span span = trimmed(text, head.start, parts.get(last).end);
        if (span.end() > span.start() && isPossible(head.type, span.of(text))) {
          found.add(new Identifier(head.type, span, Math.clamp(likely, 0, 0.99)));
        }
        i = last;
      }
      return found;
    }

    private boolean isSame(String text, Part head, Part before, Part next) {
      return next.likely >= line.threshold()
          && next.type == head.type
          && next.first < 0.5
          && text.substring(before.end, next.start).isBlank()
          && text.substring(before.end, next.start).indexOf('\n') < 0;
    }

    /**
     * Whether words can be what the encoder takes them for: a number has digits, an address a sign.
     */
    private static boolean isPossible(IdentifierType type, String words) {
      return switch (type) {
        case SSN,
            TELEPHONE,
            FAX,
            MEDICAL_RECORD_NUMBER,
            HEALTH_PLAN_NUMBER,
            ACCOUNT_NUMBER,
            LICENCE_NUMBER,
            VEHICLE,
            DEVICE,
            IP_ADDRESS ->
            words.chars().anyMatch(Character::isDigit);
        case AGE_OVER_89 -> GREAT_AGE.matcher(words).find();
        case URL -> words.indexOf('.') > 0 || words.indexOf('/') > 0;
        case EMAIL -> words.indexOf('@') >= 0 || words.contains(" at ");
        case NAME, GEOGRAPHY, OTHER_UNIQUE -> !isGrammar(words);
        case DATE, BIOMETRIC, PHOTOGRAPH -> true;
      };
    }

    private static boolean isGrammar(String words) {
      return words.length() <= LONGEST_GRAMMAR
          && BLANK
              .splitAsStream(words)
              .allMatch(
                  word ->
                      SMALL_GRAMMAR.contains(word)
                          || GRAMMAR.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static Span trimmed(String text, int from, int to) {
      int start = from;
      int end = to;
      while (start < end && !isWordlike(text.codePointAt(start))) {
        start += Character.charCount(text.codePointAt(start));
      }
      while (end > start && !isWordlike(text.codePointBefore(end))) {
        end -= Character.charCount(text.codePointBefore(end));
      }
      return new Span(start, end);
    }

    private static boolean isWordlike(int point) {
      return Character.isLetterOrDigit(point) || "@#+(".indexOf(point) >= 0;
    }
  }
}
