package org.bedside.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bedside.ui.Page;

/** What an entry of the audit log tells, in the reader's language where its words have one. */
public final class AuditWords {

  /** Where the names of what is recorded by its code are found. */
  private static final List<String> NAMED =
      List.of(
          "permission.",
          "role.",
          "inbox.outcome.",
          "sentiment.",
          "urgency.",
          "ledger.act.",
          "ledger.reason.",
          "approvals.verdict.",
          "wordings.verdict.",
          "alerts.mail.");

  private AuditWords() {}

  /**
   * One fact of an entry: "outcome: answered online".
   *
   * @param key as it was recorded; {@code value} says no more than the action does and is left out
   * @param value as it was recorded; codes in a list each have their name
   */
  public static String fact(Page page, String key, String value) {
    String named =
        Arrays.stream(value.split(", "))
            .map(code -> name(page, code))
            .collect(Collectors.joining(", "));
    if (key.equals("value")) {
      return named;
    }
    String label = "audit.fact." + key;
    return (page.hasText(label) ? page.text(label) : key) + ": " + named;
  }

  private static String name(Page page, String code) {
    if (!code.matches("[A-Z][A-Z_]{2,40}")) {
      return code;
    }
    return NAMED.stream()
        .map(prefix -> prefix + code)
        .filter(page::hasText)
        .findFirst()
        .map(page::text)
        .orElse(code);
  }
}
