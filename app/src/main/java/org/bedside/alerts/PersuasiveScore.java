package org.bedside.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.assessment.Assessed;
import org.bedside.listening.Reach;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Span;
import org.jspecify.annotations.Nullable;

/**
 * How far a single bad review will be believed and read: six parts of 0 to 1, each with its weight
 * and the sentence that explains it (domain rules, section 3: by length, specificity, reach and a
 * named clinician, not by volume). The weights are ours; they add up to 1. Pure.
 *
 * @param total the parts' values by their weights, 0 to 1
 */
public record PersuasiveScore(double total, List<Part> parts) {

  private static final double SPECIFICITY = 0.25;
  private static final double LENGTH = 0.15;
  private static final double CREDIBILITY = 0.2;
  private static final double REACH = 0.15;
  private static final double CLINICIAN = 0.15;
  private static final double THEME = 0.1;

  private static final int DETAILS_OF_A_WITNESS = 6;
  private static final int WORDS_OF_A_STORY = 120;

  /** A hundred thousand people; each further ten times as many changes little for one hospital. */
  private static final double FAR = 5;

  /** Reviews are read by people who are choosing, however few: between nobody and many. */
  private static final double REACH_UNKNOWN = 0.4;

  private static final Pattern DETAIL =
      Pattern.compile(
          "\\d+(?:[.,:]\\d+)*"
              + "|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b"
              + "|\\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\\b"
              + "|\\b(?:january|february|march|april|june|july|august|september|october|november"
              + "|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre"
              + "|noviembre|diciembre)\\b"
              + "|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dos|tres|cuatro"
              + "|cinco|seis|siete|ocho|nueve|diez|once|doce)\\s+(?:minutes|hours|days|nights|weeks"
              + "|months|times|people|nurses|doctors|minutos|horas|días|noches|semanas|meses"
              + "|veces|personas)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /** A title and a name: clinicians who are in no directory are named so. */
  private static final Pattern TITLED =
      Pattern.compile(
          "\\b(?:Dr|Dra|Doctor|Doctora|Prof|Professor|Nurse|Surgeon|Enfermera|Enfermero)\\.?\\s+"
              + "\\p{Lu}\\p{L}+(?:[\\s-]\\p{Lu}\\p{L}+)?",
          Pattern.UNICODE_CHARACTER_CLASS);

  public PersuasiveScore {
    parts = List.copyOf(parts);
  }

  /** Whether the mention is a bad review at all: negative as a whole, or of two stars at most. */
  public static boolean concerns(Assessed assessed) {
    Double rating = assessed.mention().rating();
    return assessed.judgement().sentiment() == SentimentLabel.NEGATIVE
        || (rating != null && rating <= 2);
  }

  /**
   * Scores a mention.
   *
   * @param reach as its source counts; null where it doesn't say
   */
  public static PersuasiveScore of(Assessed assessed, @Nullable Reach reach) {
    List<Part> parts =
        List.of(
            specificity(assessed),
            length(assessed),
            credibility(assessed),
            reach(reach),
            clinician(assessed),
            theme(assessed));
    double total = parts.stream().mapToDouble(part -> part.value() * part.weight()).sum();
    return new PersuasiveScore(total, parts);
  }

  /** 1 to 8: what one review says never goes before a crisis. */
  public int severity() {
    return Math.clamp(Math.round(total * 10) - 2, 1, 8);
  }

  private static Part specificity(Assessed assessed) {
    List<Span> spans = find(DETAIL, assessed.mention().text());
    long themes = assessed.judgement().themes().stream().filter(ThemeWeight::isTheme).count();
    int asks = assessed.assessment().asks().size();
    long details = spans.size() + themes + asks;
    return new Part(
        "specificity",
        share(details, DETAILS_OF_A_WITNESS),
        SPECIFICITY,
        "alerts.why.specificity",
        List.of(text(spans.size()), text(themes), text(asks)),
        spans);
  }

  private static Part length(Assessed assessed) {
    long words = assessed.mention().text().strip().split("\\s+").length;
    return new Part(
        "length",
        share(words, WORDS_OF_A_STORY),
        LENGTH,
        "alerts.why.length",
        List.of(text(words)),
        List.of());
  }

  /** Four signs of a writer to be taken at their word, a quarter each. */
  private static Part credibility(Assessed assessed) {
    String text = assessed.mention().text();
    String author = assessed.mention().author();
    Double rating = assessed.mention().rating();
    boolean named = author != null && !author.isBlank();
    boolean civil = assessed.assessment().offensive() < 0.3;
    boolean calm = isCalm(text);
    boolean consistent =
        rating == null
            || (rating <= 2) == (assessed.judgement().sentiment() == SentimentLabel.NEGATIVE);
    int signs = (named ? 1 : 0) + (civil ? 1 : 0) + (calm ? 1 : 0) + (consistent ? 1 : 0);
    return new Part(
        "credibility",
        share(signs, 4),
        CREDIBILITY,
        "alerts.why.credibility",
        List.of(flag(named), flag(civil), flag(calm), flag(consistent)),
        List.of());
  }

  /** Neither shouted in capitals nor a row of exclamation marks. */
  private static boolean isCalm(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    long capitals = text.chars().filter(Character::isUpperCase).count();
    long shouts = text.chars().filter(c -> c == '!').count();
    return capitals * 5 <= letters && shouts * 100 <= Math.max(100, text.length());
  }

  private static Part reach(@Nullable Reach reach) {
    long readers =
        reach == null
            ? 0
            : Math.max(
                Math.max(known(reach.audience()), known(reach.views())),
                10 * (known(reach.shares()) + known(reach.replies())) + 3 * known(reach.likes()));
    boolean unknown = readers == 0;
    return new Part(
        "reach",
        unknown ? REACH_UNKNOWN : Math.min(1, Math.log10(1.0 + readers) / FAR),
        REACH,
        unknown ? "alerts.why.reach-unknown" : "alerts.why.reach",
        unknown ? List.of() : List.of(text(readers)),
        List.of());
  }

  private static Part clinician(Assessed assessed) {
    List<Span> known =
        assessed.assessment().about().stream()
            .filter(about -> about.kind() == DirectoryEntry.Kind.PROVIDER)
            .map(about -> about.span())
            .toList();
    List<Span> titled = find(TITLED, assessed.mention().text());
    boolean inDirectory = !known.isEmpty();
    String reason =
        inDirectory
            ? "alerts.why.clinician"
            : titled.isEmpty() ? "alerts.why.clinician-none" : "alerts.why.clinician-titled";
    return new Part(
        "clinician",
        inDirectory ? 1 : titled.isEmpty() ? 0 : 0.8,
        CLINICIAN,
        reason,
        List.of(),
        inDirectory ? known : titled);
  }

  private static Part theme(Assessed assessed) {
    List<String> themes =
        assessed.judgement().themes().stream().filter(ThemeWeight::isTheme).toList();
    double heaviest = ThemeWeight.heaviest(themes);
    String which =
        themes.stream().filter(theme -> ThemeWeight.of(theme) == heaviest).findFirst().orElse("");
    return new Part(
        "theme",
        heaviest,
        THEME,
        which.isEmpty() ? "alerts.why.theme-none" : "alerts.why.theme",
        which.isEmpty() ? List.of() : List.of(which),
        assessed.assessment().themes().stream()
            .filter(opinion -> opinion.theme().equals(which))
            .map(opinion -> opinion.span())
            .toList());
  }

  private static List<Span> find(Pattern pattern, String text) {
    List<Span> spans = new ArrayList<>();
    Matcher found = pattern.matcher(text);
    while (found.find() && spans.size() < 40) {
      spans.add(new Span(found.start(), found.end()));
    }
    return spans;
  }

  private static double share(long have, long enough) {
    return Math.min(1, (double) have / enough);
  }

  private static long known(@Nullable Long figure) {
    return figure == null ? 0 : figure;
  }

  private static String text(long figure) {
    return Long.toString(figure);
  }

  private static String flag(boolean is) {
    return is ? "1" : "0";
  }
}
