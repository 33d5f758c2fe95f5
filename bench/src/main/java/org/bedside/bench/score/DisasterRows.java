package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.bench.Data;
import org.bedside.bench.train.EventsLeftOut;
import org.bedside.bench.train.EventsLeftOut.Judged;
import org.bedside.understanding.Understanding;
import tools.jackson.databind.JsonNode;

/**
 * What a post tells in a disaster: each event is judged by a model trained on the other events, so
 * the weights that ship are not what is measured, but how they were made.
 */
final class DisasterRows implements ScoreRow {

  private static final String POSTS = "crisis/information-types-2012.jsonl";
  private static final String ROWS =
      "posts of the seven events of 2012, each event left out in turn";
  private static final String PEER = "TF-IDF + linear";

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    List<Judged> judged = EventsLeftOut.types(data);
    List<String> texts = texts(judged, data.rows(POSTS));
    List<String> wanted = judged.stream().map(Judged::held).toList();
    var peers = Map.of(PEER, peer(judged, texts));
    var types =
        new Answered(texts, wanted, judged.stream().map(Judged::given).toList(), Metric.ACCURACY);
    List<String> said =
        judged.stream()
            .map(of -> Calibrated.answer(of.share(), of.given().equals(of.held())))
            .toList();
    return List.of(
        Bootstrap.figure(
            "disaster type",
            "accuracy",
            ROWS,
            "trained on 2012, tested on events of 2013: TF-IDF + linear .614",
            types,
            peers),
        Bootstrap.figure(
            "disaster type",
            "macro-F1",
            ROWS,
            "trained on 2012, tested on events of 2013: TF-IDF + linear .492",
            types.by(Metric.MACRO_F1),
            peers),
        Calibrated.figure(
            "disaster type", ROWS, new Answered(texts, wanted, said, Metric.CALIBRATION_ERROR)));
  }

  private static List<String> peer(List<Judged> judged, List<String> texts) {
    List<Set<String>> held = judged.stream().map(of -> Set.of(of.held())).toList();
    return Peers.answers("disaster", texts, held, List.of(), () -> eventByEvent(judged, texts));
  }

  private static List<Set<String>> eventByEvent(List<Judged> judged, List<String> texts) {
    List<Set<String>> answers = new ArrayList<>(Collections.nCopies(judged.size(), Set.of()));
    for (String event : new LinkedHashSet<>(judged.stream().map(Judged::event).toList())) {
      var seen = new ArrayList<String>();
      var seenHeld = new ArrayList<Set<String>>();
      var left = new ArrayList<Integer>();
      for (int i = 0; i < judged.size(); i++) {
        if (judged.get(i).event().equals(event)) {
          left.add(i);
        } else {
          seen.add(texts.get(i));
          seenHeld.add(Set.of(judged.get(i).held()));
        }
      }
      List<Set<String>> given =
          new TfIdfPeer(seen, seenHeld, true).labelUntuned(left.stream().map(texts::get).toList());
      for (int i = 0; i < given.size(); i++) {
        answers.set(left.get(i), given.get(i));
      }
    }
    return answers;
  }

  private static List<String> texts(List<Judged> judged, List<JsonNode> posts) {
    return judged.stream().map(j -> posts.get(j.row()).get("text").asString()).toList();
  }
}
