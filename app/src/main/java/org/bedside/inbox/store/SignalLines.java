package org.bedside.inbox.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bedside.inbox.Signal;

/**
 * Signals as they lie in their column: a line each, its parts and the lines apart by separators.
 */
final class SignalLines {

  private static final String BETWEEN_LINES = "\u001e";
  private static final String BETWEEN_PARTS = "\u001f";

  private SignalLines() {}

  static String written(List<Signal> signals) {
    return signals.stream()
        .map(
            signal ->
                signal.kind().name()
                    + BETWEEN_PARTS
                    + signal.weight()
                    + signal.facts().stream()
                        .map(fact -> BETWEEN_PARTS + fact.replaceAll("[\u001e\u001f]", " "))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining(BETWEEN_LINES));
  }

  static List<Signal> read(String[] lines) {
    return Arrays.stream(lines)
        .filter(line -> !line.isEmpty())
        .map(line -> List.of(line.split(BETWEEN_PARTS, -1)))
        .map(
            parts ->
                new Signal(
                    Signal.Kind.valueOf(parts.get(0)),
                    Integer.parseInt(parts.get(1)),
                    parts.subList(2, parts.size())))
        .toList();
  }
}
