package org.bedside.inbox.store;

import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.Risk;
import org.bedside.approvals.Subject;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Judgement;
import org.bedside.channels.Channel;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Triage;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Urgency;
import org.bedside.wordings.NetworkText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A reply as those see it who have to agree to it. */
@Component
class ReplySubjects {

  static final String KIND = "reply";

  /** Of other words for a reply that is there. */
  static final String CHANGE = "reply-change";

  private static final int TITLE = 120;

  Subject of(
      ReplyOrders.Row row,
      Channel channel,
      Assessed original,
      ReplyPolicy.Decision.Allowed allowed) {
    return subject(KIND, row, row.text(), row.by(), channel, original, allowed, null);
  }

  /** The same with other words, by whoever changes it. */
  Subject changed(
      ReplyOrders.Row row,
      String text,
      Channel channel,
      Assessed original,
      ReplyPolicy.Decision.Allowed allowed,
      SignedIn by) {
    return subject(CHANGE, row, text, by.id(), channel, original, allowed, row.text());
  }

  private static Subject subject(
      String kind,
      ReplyOrders.Row row,
      String text,
      UUID author,
      Channel channel,
      Assessed original,
      ReplyPolicy.Decision.Allowed allowed,
      @Nullable String replaces) {
    Judgement judgement = original.judgement();
    return new Subject(
        kind,
        Long.toString(row.id()),
        title(original.mention().text()),
        text,
        "/inbox/" + row.caseId(),
        NetworkText.id(channel.network()),
        original.assessment().language(),
        Set.copyOf(judgement.themes()),
        new Risk(verdict(allowed), urgency(judgement.urgency()), Triage.of(original).score()),
        author,
        null,
        replaces);
  }

  private static String title(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return Teaser.of(line, TITLE);
  }

  private static Risk.Verdict verdict(ReplyPolicy.Decision.Allowed allowed) {
    return switch (allowed.verdict().decision()) {
      case ALLOW -> Risk.Verdict.ALLOW;
      case WARN -> Risk.Verdict.WARN;
      case BLOCK -> Risk.Verdict.BLOCK_OVERRIDDEN;
    };
  }

  private static Risk.Urgency urgency(Urgency.Level level) {
    return switch (level) {
      case NONE -> Risk.Urgency.NONE;
      case LOW -> Risk.Urgency.LOW;
      case HIGH -> Risk.Urgency.HIGH;
      case CRITICAL -> Risk.Urgency.CRITICAL;
    };
  }
}
