package org.bedside.inbox;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing to do to a case. */
public sealed interface Step {

  /**
   * @param member its owner from then on, or null for nobody
   */
  record Assign(@Nullable UUID member) implements Step {}

  /**
   * @param team or null for none
   */
  record GiveToTeam(@Nullable UUID team) implements Step {}

  record PutLabel(UUID label) implements Step {}

  record TakeLabel(UUID label) implements Step {}

  /**
   * @param level or null to leave it to the software again
   * @param reason a person's words, on one line
   */
  record Prioritize(@Nullable HandPriority level, String reason) implements Step {}

  /**
   * @param canned the id of a reply as {@link CannedReplies} knows it; becomes a draft where the
   *     person has none
   */
  record DraftReply(String canned) implements Step {}

  record Close(Outcome outcome) implements Step {}

  record Reopen() implements Step {}

  /** The step as one line that {@link #read} understands. */
  default String written() {
    return switch (this) {
      case Assign(var member) -> "assign:" + (member == null ? "" : member);
      case GiveToTeam(var team) -> "team:" + (team == null ? "" : team);
      case PutLabel(var label) -> "label:" + label;
      case TakeLabel(var label) -> "unlabel:" + label;
      case Prioritize(var level, var reason) ->
          "priority:" + (level == null ? "" : level.name()) + ":" + reason;
      case DraftReply(var canned) -> "reply:" + canned;
      case Close(var outcome) -> "close:" + outcome.name();
      case Reopen() -> "reopen:";
    };
  }

  /** The step that a line stands for; empty where it stands for none. */
  static Optional<Step> read(String line) {
    String[] parts = line.split(":", 2);
    String value = parts.length == 2 ? parts[1] : "";
    try {
      return switch (parts[0].toLowerCase(Locale.ROOT)) {
        case "assign" -> Optional.of(new Assign(id(value)));
        case "team" -> Optional.of(new GiveToTeam(id(value)));
        case "label" -> Optional.of(new PutLabel(UUID.fromString(value)));
        case "unlabel" -> Optional.of(new TakeLabel(UUID.fromString(value)));
        case "priority" -> Optional.of(priority(value));
        case "reply" -> value.isEmpty() ? Optional.empty() : Optional.of(new DraftReply(value));
        case "close" -> Optional.of(new Close(Outcome.valueOf(value)));
        case "reopen" -> Optional.of(new Reopen());
        case String other -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable UUID id(String value) {
    return value.isEmpty() ? null : UUID.fromString(value);
  }

  private static Step priority(String value) {
    String[] parts = value.split(":", 2);
    return new Prioritize(
        parts[0].isEmpty() ? null : HandPriority.valueOf(parts[0]),
        parts.length == 2 ? parts[1] : "");
  }
}
