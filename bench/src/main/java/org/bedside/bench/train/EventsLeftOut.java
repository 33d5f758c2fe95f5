package org.bedside.bench.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bedside.bench.Data;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.FeatureExtractor;
import org.bedside.understanding.model.LinearModel;
import org.bedside.understanding.model.Reader;

/** Judges the posts of each disaster by models that were trained and calibrated on the others. */
public final class EventsLeftOut {

  private EventsLeftOut() {}

  /**
   * One post.
   *
   * @param row its place in the file
   * @param held its label
   * @param given what the model says
   * @param share how likely it says that is
   */
  public record Judged(int row, String event, String held, String given, double share) {}

  /** Judges the information type of the posts of 2012; those of further disasters help. */
  public static List<Judged> types(Data data) {
    var reader = new Reader(FeatureExtractor.load(), List.of());
    var texts = new Texts(data, reader);
    List<Example> examples = texts.disasterTypes();
    List<Example> more = texts.moreDisasterTypes();
    var labels = new TreeSet<String>();
    Map<String, List<Example>> byEvent = new TreeMap<>();
    for (Example example : examples) {
      labels.addAll(example.labels());
      byEvent.computeIfAbsent(example.group(), e -> new ArrayList<>()).add(example);
    }
    var judged = new ArrayList<Judged>();
    for (String event : byEvent.keySet()) {
      var others = new ArrayList<>(more);
      byEvent.forEach((name, of) -> others.addAll(name.equals(event) ? List.of() : of));
      judge(examples, others, List.copyOf(labels), event, judged);
    }
    return judged;
  }

  private static void judge(
      List<Example> all,
      List<Example> others,
      List<String> labels,
      String event,
      List<Judged> judged) {
    double[][] scores = CrossFit.scores(others, labels, List.of(Train.TYPES));
    Calibration calibration = Calibrating.shares(others, scores, labels, Train.TYPES_BALANCE);
    LinearModel model = new Fitting(others, Train.TYPES).fitAll(labels, List.of(Train.TYPES));
    for (int row = 0; row < all.size(); row++) {
      Example example = all.get(row);
      if (example.group().equals(event)) {
        double[] shares = calibration.shares(model.scores(example.features()));
        int best = 0;
        for (int c = 1; c < shares.length; c++) {
          best = shares[c] > shares[best] ? c : best;
        }
        String held = Collections.min(example.labels());
        judged.add(new Judged(row, event, held, labels.get(best), shares[best]));
      }
    }
  }
}
