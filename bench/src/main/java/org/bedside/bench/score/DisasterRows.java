package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.bench.Data;
import org.bedside.bench.score.Metrics.Pair;
import org.bedside.bench.train.EventsLeftOut;
import org.bedside.bench.train.EventsLeftOut.Judged;
import org.bedside.understanding.Understanding;
import tools.jackson.databind.JsonNode;

/**
 * What a post tells in a disaster: each event is judged by a model trained on the other events, so
 * the weights that ship are not what is measured, but how they were made.
 */
final class DisasterRows implements ScoreRow {

  private static final String PEER = "TF-IDF + linear";

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    List<Judged> judged = EventsLeftOut.types(data);
    var pairs = new ArrayList<Pair>();
    judged.forEach(post -> pairs.add(new Pair(Set.of(post.held()), Set.of(post.given()))));
    List<Pair> peer = peer(judged, data.rows("crisis/information-types-2012.jsonl"));
    String rows = "posts of the seven events of 2012, each event left out in turn";
    return List.of(
        Bootstrap.figure(
            new Bootstrap.Subject(
                "disaster type",
                "accuracy",
                pairs.size(),
                rows,
                "trained on 2012, tested on events of 2013: TF-IDF + linear .614"),
            drawn -> Metrics.accuracy(pairs, drawn),
            Map.of(PEER, drawn -> Metrics.accuracy(peer, drawn))),
        Bootstrap.figure(
            new Bootstrap.Subject(
                "disaster type",
                "macro-F1",
                pairs.size(),
                rows,
                "trained on 2012, tested on events of 2013: TF-IDF + linear .492"),
            drawn -> Metrics.macroF1(pairs, drawn, Metrics.labels(pairs, 1)),
            Map.of(PEER, drawn -> Metrics.macroF1(peer, drawn, Metrics.labels(peer, 1)))));
  }

  private static List<Pair> peer(List<Judged> judged, List<JsonNode> posts) {
    var pairs = new ArrayList<Pair>();
    for (String event : new LinkedHashSet<>(judged.stream().map(Judged::event).toList())) {
      List<Judged> others = judged.stream().filter(j -> !j.event().equals(event)).toList();
      List<Judged> left = judged.stream().filter(j -> j.event().equals(event)).toList();
      List<Set<String>> given =
          new TfIdfPeer(
                  texts(others, posts), others.stream().map(j -> Set.of(j.held())).toList(), true)
              .labelUntuned(texts(left, posts));
      for (int i = 0; i < given.size(); i++) {
        pairs.add(new Pair(Set.of(left.get(i).held()), given.get(i)));
      }
    }
    return pairs;
  }

  private static List<String> texts(List<Judged> judged, List<JsonNode> posts) {
    return judged.stream().map(j -> posts.get(j.row()).get("text").asString()).toList();
  }
}
