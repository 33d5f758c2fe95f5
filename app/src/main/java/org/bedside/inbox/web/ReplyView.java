package org.bedside.inbox.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.privacy.Overrides;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The reply composer.
 *
 * @param verdict what the guard says of the draft; absent while there is none
 * @param problem what kept it from being recorded or sent, or null
 * @param waiting what is to be posted although it is blocked, and waits for a second person
 * @param outgoing how it could go out by itself
 * @param with what helps to write it
 */
public record ReplyView(
    String text,
    @Nullable Verdict verdict,
    @Nullable Problem problem,
    boolean mayOverride,
    List<Overrides.Waiting> waiting,
    Outgoing outgoing,
    Composing with) {

  private static final int AROUND = 40;
  private static final Pattern WORD_BEGINS =
      Pattern.compile("\\s[^\\p{L}\\p{N}]*(?=[\\p{L}\\p{N}])");

  /** Whole words around a finding, so that it is recognised in the draft. */
  public record Context(String before, String words, String after) {}

  public Context context(Verdict.Finding finding) {
    int start = Math.min(finding.span().start(), text.length());
    int end = Math.min(finding.span().end(), text.length());
    String before = text.substring(0, start);
    String after = text.substring(end);
    return new Context(
        before.length() <= AROUND ? before : "… " + lastWords(before),
        text.substring(start, end),
        after.length() <= AROUND ? after : firstWords(after) + " …");
  }

  private static String lastWords(String words) {
    String last = words.substring(words.length() - AROUND);
    Matcher begins = WORD_BEGINS.matcher(last);
    return begins.find() ? last.substring(begins.end()) : "";
  }

  private static String firstWords(String words) {
    String first = words.substring(0, AROUND);
    int ends = first.length();
    while (ends > 0 && !Character.isWhitespace(first.charAt(ends - 1))) {
      ends--;
    }
    return first.substring(0, ends).stripTrailing();
  }

  /** How many passages keep the reply from going out. */
  public int disclosing() {
    return verdict == null
        ? 0
        : (int)
            verdict.findings().stream()
                .filter(finding -> finding.decision() == Verdict.Decision.BLOCK)
                .count();
  }

  public boolean blocked() {
    return verdict != null && verdict.decision() == Verdict.Decision.BLOCK;
  }
}
