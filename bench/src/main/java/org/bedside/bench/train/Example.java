package org.bedside.bench.train;

import java.util.Set;
import org.bedside.understanding.model.Features;
import org.jspecify.annotations.Nullable;

/**
 * One labelled text.
 *
 * @param group texts of one group are never parted by cross-validation
 * @param isHeld whether the encoder never learns from it
 */
record Example(
    String text,
    @Nullable String question,
    Features features,
    Set<String> labels,
    String group,
    boolean isHeld) {

  boolean is(String label) {
    return labels.contains(label);
  }
}
