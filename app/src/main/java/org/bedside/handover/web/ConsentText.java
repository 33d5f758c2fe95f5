package org.bedside.handover.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bedside.handover.Consent;
import org.bedside.handover.HandoverRule;
import org.bedside.handover.House;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is agreed to, in words. A test holds the version to the sentences. */
@Component
class ConsentText {

  /** Goes up with every change of a sentence whose key begins with {@link #PREFIX}. */
  static final int VERSION = 1;

  static final String PREFIX = "handover.consent.";

  private final MessageSource messages;

  ConsentText(MessageSource messages) {
    this.messages = messages;
  }

  ConsentView view(House house, Locale locale) {
    HandoverRule rule = house.rule();
    List<String> paragraphs =
        List.of(
            text("who", locale, house.name(), readers(rule, locale)),
            text("kept", locale, rule.keepDays(), HandoverRule.QUIET_DAYS),
            text("how", locale),
            text("free", locale),
            text("neutral", locale));
    List<String> agreed =
        List.of(text("agree", locale, house.name()), text("no-emergency", locale));
    List<String> all = new ArrayList<>(paragraphs);
    all.addAll(agreed);
    return new ConsentView(
        paragraphs,
        agreed.getFirst(),
        agreed.getLast(),
        new Consent(VERSION, locale.getLanguage(), String.join("\n", all)));
  }

  private String readers(HandoverRule rule, Locale locale) {
    return rule.readersInOrder().stream()
        .map(role -> messages.getMessage("role." + role.name(), null, locale))
        .collect(Collectors.joining(", "));
  }

  private String text(String key, Locale locale, Object... values) {
    return messages.getMessage(PREFIX + key, values, locale);
  }
}
