package org.bedside.handover.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.handover.HandoverRule;
import org.bedside.handover.Hue;
import org.bedside.identity.Role;
import org.jspecify.annotations.Nullable;

/** The rule as somebody fills it in. */
public record RuleForm(
    @Nullable String keep,
    @Nullable String link,
    @Nullable List<String> reader,
    @Nullable String hue,
    @Nullable String office) {

  static RuleForm of(HandoverRule rule) {
    return new RuleForm(
        Integer.toString(rule.keepDays()),
        Integer.toString(rule.linkDays()),
        rule.readersInOrder().stream().map(Enum::name).toList(),
        rule.hue().name(),
        rule.office());
  }

  /** What was typed in a field, empty where it was left out. */
  public String typed(@Nullable String field) {
    return field == null ? "" : field;
  }

  /** Whether that role is ticked. */
  public boolean has(Role role) {
    return reader != null && reader.contains(role.name());
  }

  /** Empty where a figure is none or out of its range, or nobody would read. */
  Optional<HandoverRule> rule() {
    Set<Role> readers = Arrays.stream(Role.values()).filter(this::has).collect(Collectors.toSet());
    try {
      return Optional.of(
          new HandoverRule(
              Integer.parseInt(typed(keep).strip()),
              Integer.parseInt(typed(link).strip()),
              readers,
              Hue.valueOf(typed(hue)),
              typed(office)));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
