package org.bedside.listening.x;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a watch says, as far as a rule of X can say it. A rule lets through everything that the
 * watch would, and more where X can't say it as exactly; what comes is matched again here.
 */
sealed interface Said {

  /**
   * As a rule lets it through.
   *
   * @return null where no rule says it
   */
  @Nullable Out through();

  /**
   * As a rule leaves it out: no more than the watch itself leaves out.
   *
   * @return null where no rule says it
   */
  @Nullable String out();

  /**
   * @param alone whether it may stand alone in a rule
   */
  record Out(String text, boolean alone) {}

  /**
   * A word, a phrase, a hashtag.
   *
   * @param rule in the language of X, empty where it can't be said
   * @param exact whether X finds no more by it than the watch does
   */
  record Term(String rule, boolean alone, boolean exact) implements Said {
    @Override
    public @Nullable Out through() {
      return rule.isEmpty() ? null : new Out(rule, alone);
    }

    @Override
    public @Nullable String out() {
      return rule.isEmpty() || !exact ? null : "-" + rule;
    }
  }

  record Both(List<Said> parts) implements Said {
    public Both {
      parts = List.copyOf(parts);
    }

    /** What can't be said is left out: that lets through more. */
    @Override
    public @Nullable Out through() {
      List<Out> said =
          parts.stream().map(Said::through).filter(Objects::nonNull).distinct().toList();
      return said.isEmpty()
          ? null
          : new Out(
              said.stream().map(Out::text).collect(Collectors.joining(" ")),
              said.stream().anyMatch(Out::alone));
    }

    @Override
    public @Nullable String out() {
      return parts.size() == 1 ? parts.getFirst().out() : null;
    }
  }

  record Either(List<Said> parts) implements Said {
    public Either {
      parts = List.copyOf(parts);
    }

    /** Nothing where a part can't be said: its posts would be missing. */
    @Override
    public @Nullable Out through() {
      List<Out> said = new ArrayList<>();
      for (Said part : parts) {
        Out out = part.through();
        if (out == null) {
          return null;
        }
        if (!said.contains(out)) {
          said.add(out);
        }
      }
      return said.isEmpty() ? null : joined(said);
    }

    private static Out joined(List<Out> used) {
      String text = used.stream().map(Out::text).collect(Collectors.joining(" OR "));
      return used.size() == 1
          ? used.getFirst()
          : new Out("(" + text + ")", used.stream().allMatch(Out::alone));
    }

    @Override
    public @Nullable String out() {
      List<String> each = parts.stream().map(Said::out).filter(Objects::nonNull).toList();
      return each.isEmpty() ? null : String.join(" ", each);
    }
  }

  record No(Said part) implements Said {
    @Override
    public @Nullable Out through() {
      String left = part.out();
      return left == null ? null : new Out(left, false);
    }

    @Override
    public @Nullable String out() {
      return null;
    }
  }
}
