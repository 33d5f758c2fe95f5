package org.bedside.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bedside.understanding.model.FeatureExtractor;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.Reader;
import org.bedside.understanding.text.Tokenizer;
import org.junit.jupiter.api.Test;

class CrossFitTest {

  private static final List<String> LABELS = List.of("Parking", "Food");
  private static final List<Setting> SETTINGS = List.of(new Setting(14, 1, 0, 1, 0));

  private final Reader reader = new Reader(FeatureExtractor.load(), List.of());

  private Example example(String text, String label, String group) {
    Features features = reader.read(Tokenizer.tokens(text), null, "en");
    return new Example(text, null, features, Set.of(label), group, false);
  }

  private List<Example> comments() {
    var comments = new ArrayList<Example>();
    for (int i = 0; i < 20; i++) {
      boolean isParking = i % 2 == 0;
      String text = isParking ? "Nowhere to park, level " + i : "Cold soup on ward " + i;
      comments.add(example(text, isParking ? "Parking" : "Food", "row" + i));
    }
    return comments;
  }

  private double parking(List<Example> comments, List<Example> more) {
    double[][] scores = CrossFit.scores(comments, more, LABELS, SETTINGS);
    return scores[scores.length - 1][0];
  }

  @Test
  void whatIsLearnedAsWellTeachesWhatNoOtherCommentTells() {
    List<Example> comments = comments();
    comments.add(example("Zorblimat broken", "Parking", "row20"));
    double alone = parking(comments, List.of());
    double taught = parking(comments, List.of(example("Zorblimat took my coins", "Parking", "")));
    assertThat(taught).isGreaterThan(alone);
  }

  @Test
  void aCommentIsNeverScoredByWhoLearnedAnotherReadingOfIt() {
    List<Example> comments = comments();
    comments.add(example("Zorblimat broken", "Parking", "row20"));
    double alone = parking(comments, List.of());
    double again = parking(comments, List.of(example("Zorblimat broken", "Parking", "row20")));
    assertThat(again).isEqualTo(alone);
  }
}
