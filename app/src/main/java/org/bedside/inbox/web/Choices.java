package org.bedside.inbox.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.Outcome;
import org.bedside.ui.Icon;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.bedside.understanding.SentimentLabel;

/** What the inbox's lists offer and how its events read. */
public final class Choices {

  private Choices() {}

  public static List<Option> sentiments(Page page) {
    return Arrays.stream(SentimentLabel.values())
        .map(
            label ->
                new Option(label.name().toLowerCase(Locale.ROOT), Words.sentiment(page, label)))
        .toList();
  }

  /** The organization's own themes, then those of the framework. */
  static List<String> labels(List<String> own, List<String> framework) {
    return Stream.concat(own.stream(), framework.stream()).toList();
  }

  /** The themes by their plain names. */
  public static List<Option> themes(Page page, List<Option> labels) {
    return labels.stream()
        .map(label -> new Option(label.value(), Words.theme(page, label.value())))
        .sorted((a, b) -> a.label().compareToIgnoreCase(b.label()))
        .toList();
  }

  public static List<Option> ratings(Page page) {
    return IntStream.rangeClosed(1, 5)
        .mapToObj(stars -> new Option(Integer.toString(stars), page.text("ui.stars", stars)))
        .toList();
  }

  /** The reader's own teams together, then each. */
  public static List<Option> teams(Page page, List<Option> teams) {
    return Stream.concat(Stream.of(new Option("mine", page.text("inbox.my-teams"))), teams.stream())
        .toList();
  }

  public static List<Option> orders(Page page) {
    return List.of(
        new Option("newest", page.text("inbox.order.newest")),
        new Option("due", page.text("inbox.order.due")));
  }

  public static Icon icon(CaseEvent.Kind kind) {
    return switch (kind) {
      case NOTE, NOTE_CHANGED, NOTE_TAKEN_BACK -> Icon.STICKY_NOTE;
      case JOINED -> Icon.MERGE;
      case PARTED -> Icon.UNDO_2;
      case ASSIGNED, UNASSIGNED -> Icon.USER_PLUS;
      case TEAM_SET, TEAM_UNSET -> Icon.USERS;
      case LABELLED, UNLABELLED -> Icon.TAG;
      case PRIORITY_SET, PRIORITY_UNSET -> Icon.ARROW_UP;
      case MODERATED, REPORTED_TO_NETWORK, LEFT_TO_A_PERSON -> Icon.SCALE;
      case MERGED -> Icon.MERGE;
      case CLOSED -> Icon.CIRCLE_CHECK;
      case REOPENED -> Icon.UNDO_2;
      case CORRECTED -> Icon.PENCIL;
      case REPLY_POSTED, REPLY_CHANGED -> Icon.REPLY;
      case REPLY_ASKED, CHANGE_ASKED -> Icon.CLOCK;
      case REPLY_LEAVING -> Icon.SEND;
      case REPLY_RETURNED, CHANGE_RETURNED -> Icon.UNDO_2;
      case REPLY_REMOVED -> Icon.TRASH_2;
      case REPLY_OVERRIDDEN -> Icon.KEY_ROUND;
      case EDITED_AT_SOURCE -> Icon.REFRESH_CW;
    };
  }

  /** What happened, to stand behind the name of who did it. */
  public static String sentence(Page page, CaseEvent event) {
    return sentence(page::text, event);
  }

  /** Who did it, or the software by its name. */
  public static String who(Page page, CaseEvent event) {
    return event.by().isEmpty() ? page.text("inbox.by-itself") : event.by();
  }

  public static Icon icon(Outcome outcome) {
    return switch (outcome) {
      case ANSWERED_ONLINE -> Icon.MESSAGE_SQUARE;
      case ANSWERED_OFFLINE -> Icon.PHONE;
      case HANDED_OVER -> Icon.LOCK;
      case ESCALATED -> Icon.ARROW_UP;
      case NO_FOLLOW_UP -> Icon.ARCHIVE;
      case NOT_ABOUT_US -> Icon.EYE_OFF;
      case SPAM -> Icon.TRASH_2;
    };
  }

  /** A sentence by its key. */
  @FunctionalInterface
  interface Sentences {
    String text(String key, Object... values);
  }

  static String sentence(Sentences words, CaseEvent event) {
    String key = "inbox.event." + event.kind().name();
    boolean hasReasons =
        event.kind() == CaseEvent.Kind.JOINED || event.kind() == CaseEvent.Kind.REOPENED;
    if (hasReasons && !event.text().isEmpty()) {
      return words.text(key + "." + event.text());
    }
    String[] parts = event.text().split(" ", 2);
    String more = parts.length == 2 ? parts[1] : "";
    Object[] values =
        switch (event.kind()) {
          case CLOSED -> new Object[] {words.text("inbox.outcome." + event.text())};
          case REPLY_RETURNED, CHANGE_RETURNED -> new Object[] {words.text(event.text())};
          case PRIORITY_SET -> new Object[] {words.text("inbox.level." + parts[0]), more};
          case REPORTED_TO_NETWORK ->
              new Object[] {words.text("moderation.reason." + parts[0]), more};
          case NOTE,
              NOTE_CHANGED,
              NOTE_TAKEN_BACK,
              JOINED,
              PARTED,
              REPLY_ASKED,
              REPLY_LEAVING,
              REPLY_CHANGED,
              REPLY_REMOVED,
              ASSIGNED,
              UNASSIGNED,
              TEAM_SET,
              TEAM_UNSET,
              LABELLED,
              UNLABELLED,
              PRIORITY_UNSET,
              MODERATED,
              LEFT_TO_A_PERSON,
              MERGED,
              REOPENED,
              CORRECTED,
              REPLY_POSTED,
              REPLY_OVERRIDDEN,
              CHANGE_ASKED,
              EDITED_AT_SOURCE ->
              new Object[] {event.text()};
        };
    return words.text(key, values);
  }
}
