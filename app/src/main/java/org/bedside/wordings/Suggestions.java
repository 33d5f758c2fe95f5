package org.bedside.wordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replies put together from approved wordings: an opening, what is held important about the theme,
 * an invitation. Safe by construction, since nothing but wordings and the organization's own values
 * comes into them, and read by the guard all the same beside the post that they answer. The same
 * question has the same answer. Thread-safe; one query, and a few verdicts.
 */
@Component
public class Suggestions {

  private static final int MOST = 3;

  /** A verdict takes some hundredths of a second; whoever opens the composer waits for them. */
  private static final int MOST_VERDICTS = 9;

  private final Wordings wordings;
  private final ReplyPolicy policy;

  Suggestions(Wordings wordings, ReplyPolicy policy) {
    this.wordings = wordings;
    this.policy = policy;
  }

  /** At most three, the fittest first; none where nothing approved answers it safely. */
  public List<Suggestion> suggest(Ask ask) {
    return suggest(ask, wordings.approved());
  }

  /** The same where the approved wordings are at hand. */
  public List<Suggestion> suggest(Ask ask, List<Wording> approved) {
    Kitchen kitchen = new Kitchen(ask, approved);
    Map<String, Suggestion> found = new LinkedHashMap<>();
    int verdicts = 0;
    for (List<List<Piece>> ways : kitchen.dishes()) {
      for (List<Piece> way : ways) {
        String text = Kitchen.join(way, Piece::text);
        if (!ask.network().fits(text) || found.containsKey(text)) {
          continue;
        }
        if (found.size() == MOST || ++verdicts > MOST_VERDICTS) {
          return List.copyOf(found.values());
        }
        if (allows(text, ask)) {
          found.put(text, suggestion(way, text, ask));
          break;
        }
      }
    }
    return List.copyOf(found.values());
  }

  private Suggestion suggestion(List<Piece> way, String text, Ask ask) {
    boolean paired = way.stream().noneMatch(piece -> piece.other().isEmpty());
    String other = paired ? Kitchen.join(way, Piece::other) : "";
    return new Suggestion(
        way.stream().map(piece -> piece.wording().id()).toList(),
        way.stream().map(piece -> piece.wording().text().name()).toList(),
        ask.language(),
        text,
        !other.isEmpty() && allows(other, ask) ? other : "",
        way.stream().map(Piece::theme).filter(Objects::nonNull).findFirst().orElse(null),
        way.getFirst().occasion());
  }

  private boolean allows(String text, Ask ask) {
    return policy.review(text, ask.post()).decision() == Verdict.Decision.ALLOW;
  }

  /**
   * A wording that can be used here.
   *
   * @param text its words with all variables filled
   * @param other those of the other language; empty where they are missing or can't be filled
   */
  record Piece(
      Wording wording, String text, String other, @Nullable String theme, Occasion occasion) {}

  /** What can be made for one post; each dish is a list of ways to make it, the best first. */
  private static final class Kitchen {

    private final Ask ask;
    private final List<Piece> wholes;
    private final List<Piece> openings;
    private final List<Piece> middles;
    private final List<Piece> endings;

    Kitchen(Ask ask, List<Wording> approved) {
      this.ask = ask;
      List<Piece> usable =
          approved.stream()
              .sorted(Comparator.comparing(one -> one.text().name() + one.id()))
              .flatMap(one -> piece(one).stream())
              .toList();
      wholes =
          usable.stream().filter(one -> one.wording().text().whole()).sorted(byTheme()).toList();
      List<Piece> parts = usable.stream().filter(one -> !one.wording().text().whole()).toList();
      openings = inTurn(parts.stream().filter(one -> tone(one).opens()).toList());
      middles =
          parts.stream()
              .filter(one -> tone(one) == Tone.INFORMATION)
              .filter(one -> one.theme() != null || one.occasion().pressing())
              .sorted(byTheme())
              .toList();
      endings = parts.stream().filter(one -> tone(one) == Tone.INVITATION).toList();
    }

    List<List<List<Piece>>> dishes() {
      Stream<List<List<Piece>>> whole = wholes.stream().map(one -> List.of(List.of(one)));
      List<List<List<Piece>>> composed = new ArrayList<>();
      if (ask.occasions().stream().noneMatch(Occasion::deadly)) {
        for (int i = 0; i < openings.size(); i++) {
          composed.add(ways(openings.get(i), nth(middles, i), nth(endings, i)));
        }
      }
      return Stream.concat(whole, composed.stream()).toList();
    }

    /** With everything, then shorter, for networks with little room and a guard that objects. */
    private static List<List<Piece>> ways(
        Piece opening, @Nullable Piece middle, @Nullable Piece ending) {
      List<List<Piece>> ways = new ArrayList<>();
      if (middle != null && ending != null) {
        ways.add(List.of(opening, middle, ending));
      }
      if (ending != null) {
        ways.add(List.of(opening, ending));
      }
      if (middle != null) {
        ways.add(List.of(opening, middle));
      }
      ways.add(List.of(opening));
      return ways;
    }

    private static @Nullable Piece nth(List<Piece> pieces, int i) {
      return pieces.isEmpty() ? null : pieces.get(i % pieces.size());
    }

    private Optional<Piece> piece(Wording wording) {
      WordingText text = wording.text();
      if (!text.fitsNetwork(ask.network().id()) || !text.answers(ask.occasions())) {
        return Optional.empty();
      }
      String theme = ask.themes().stream().filter(text.themes()::contains).findFirst().orElse(null);
      Occasion occasion =
          ask.occasions().stream()
              .sorted(Comparator.reverseOrder())
              .filter(text.occasions()::contains)
              .findFirst()
              .orElseGet(() -> ask.occasions().stream().sorted().findFirst().orElseThrow());
      if (!text.themes().isEmpty() && theme == null && !occasion.pressing()) {
        return Optional.empty();
      }
      Values.Filled own = filled(text, ask.language());
      Values.Filled other = filled(text, ask.language().other());
      return own.text().isBlank() || !own.complete()
          ? Optional.empty()
          : Optional.of(
              new Piece(
                  wording, own.text(), other.complete() ? other.text() : "", theme, occasion));
    }

    private Values.Filled filled(WordingText text, Language language) {
      return ask.values().fill(text.words().in(language), language);
    }

    private Comparator<Piece> byTheme() {
      return Comparator.comparingInt(
          one -> one.theme() == null ? Integer.MAX_VALUE : ask.themes().indexOf(one.theme()));
    }

    /**
     * What was used lately behind, and else regret and thanks in turn, so that there is a choice.
     */
    private List<Piece> inTurn(List<Piece> openings) {
      Map<Tone, Integer> seen = new EnumMap<>(Tone.class);
      Map<UUID, Integer> rank = new HashMap<>();
      for (Piece one : openings) {
        rank.put(one.wording().id(), seen.merge(tone(one), 1, Integer::sum));
      }
      return openings.stream()
          .sorted(
              Comparator.comparingInt(this::usedLately)
                  .thenComparingInt(one -> rank.getOrDefault(one.wording().id(), 0))
                  .thenComparing(Kitchen::tone, Comparator.reverseOrder()))
          .toList();
    }

    /** 0 where none of the last replies began so; higher the more lately one did. */
    private int usedLately(Piece opening) {
      for (int i = 0; i < ask.lately().size(); i++) {
        if (ask.lately().get(i).startsWith(opening.text())) {
          return ask.lately().size() - i;
        }
      }
      return 0;
    }

    private static Tone tone(Piece piece) {
      return piece.wording().text().tone();
    }

    static String join(List<Piece> way, Function<Piece, String> words) {
      return String.join(" ", way.stream().map(words).toList());
    }
  }
}
