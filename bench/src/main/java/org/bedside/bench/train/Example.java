package org.bedside.bench.train;

import java.util.Set;
import org.bedside.understanding.model.Features;

/**
 * One labelled text.
 *
 * @param group texts of one group are never parted by cross-validation
 */
record Example(Features features, Set<String> labels, String group) {

  boolean is(String label) {
    return labels.contains(label);
  }
}
