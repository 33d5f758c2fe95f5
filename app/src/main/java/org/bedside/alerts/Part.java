package org.bedside.alerts;

import java.util.List;
import org.bedside.understanding.Span;

/**
 * One reason of an alert, with the words it rests on. Holds none of the post's words: figures, a
 * sentence's key and offsets.
 *
 * @param name which part; {@code alerts.part.<name>} is its name for people
 * @param value 0 to 1, or the standard deviations of a spike
 * @param weight what the part counts in the whole, 0 to 1; 0 where nothing is added up
 * @param reason message key of the sentence that explains the value
 * @param values of that sentence
 * @param spans of the post's text, UTF-16 code units
 */
public record Part(
    String name,
    double value,
    double weight,
    String reason,
    List<String> values,
    List<Span> spans) {

  public Part {
    values = List.copyOf(values);
    spans = List.copyOf(spans);
  }
}
