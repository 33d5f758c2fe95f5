package org.bedside.listening.x;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the rules of the stream as they are wanted; those of others are left alone. */
final class Rules {

  private static final String PATH = "/2/tweets/search/stream/rules";
  private static final String TAG = "bedside";
  private static final String FULL = "x.rules-full";
  private static final int BATCH = 100;

  private final Api api;

  Rules(Api api) {
    this.api = api;
  }

  /** What became of the rules. */
  sealed interface Became {

    /**
     * They are as they are wanted.
     *
     * @param left without those for which there was no room
     */
    record Standing(List<String> left) implements Became {}

    record Not(Heard.Trouble trouble) implements Became {}
  }

  /** Adds what is missing, then removes what is too much, so that nothing falls between. */
  Became become(List<String> wanted) {
    Map<String, String> there = new LinkedHashMap<>();
    switch (api.get(PATH)) {
      case Asked.Got(Json json, _) -> {
        if (!json.isObject() || !(json.at("data").isArray() || json.at("meta").isObject())) {
          return new Became.Not(Api.unreadable());
        }
        for (Json rule : json.list("data")) {
          if (rule.words("tag").equals(TAG) && !rule.words("id").isEmpty()) {
            there.put(rule.words("value"), rule.words("id"));
          }
        }
      }
      case Asked.Not not -> {
        return new Became.Not(not.trouble());
      }
    }
    List<String> missing =
        new ArrayList<>(wanted.stream().filter(rule -> !there.containsKey(rule)).toList());
    Set<String> kept = Set.copyOf(wanted);
    List<String> over =
        there.entrySet().stream()
            .filter(rule -> !kept.contains(rule.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    Heard.Trouble why = add(missing);
    why = why == null ? removed(over) : why;
    if (why == null && !missing.isEmpty() && !over.isEmpty()) {
      // No room beside the old ones: now there may be.
      why = add(missing);
    }
    if (why != null) {
      return new Became.Not(why);
    }
    return missing.size() == wanted.size()
        ? new Became.Not(new Heard.Trouble(FULL, "", null))
        : new Became.Standing(missing);
  }

  /**
   * Adds rules from the first on, as many as there is room for, and takes them off the list. Of how
   * many there is room X says nothing, so it is tried, with few requests where there is none.
   */
  private Heard.@Nullable Trouble add(List<String> missing) {
    int step = BATCH;
    boolean full = false;
    while (!missing.isEmpty() && step > 0) {
      List<String> some = missing.subList(0, Math.min(step, missing.size()));
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      ArrayNode add = body.putArray("add");
      for (String rule : some) {
        add.addObject().put("value", rule).put("tag", TAG);
      }
      Heard.Trouble why = sent(body);
      if (why == null) {
        some.clear();
        step = full ? step * 2 : BATCH;
      } else if (!why.code().equals(FULL)) {
        return why;
      } else {
        step = full || some.size() == 1 ? some.size() / 2 : 1;
        full = true;
      }
    }
    return null;
  }

  private Heard.@Nullable Trouble removed(List<String> ids) {
    for (int from = 0; from < ids.size(); from += BATCH) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      ArrayNode all = body.putObject("delete").putArray("ids");
      ids.subList(from, Math.min(ids.size(), from + BATCH)).forEach(all::add);
      Heard.Trouble why = sent(body);
      if (why != null) {
        return why;
      }
    }
    return null;
  }

  private Heard.@Nullable Trouble sent(ObjectNode body) {
    return switch (api.post(PATH, JsonMapper.shared().writeValueAsString(body))) {
      case Asked.Got(Json json, _) -> problem(json);
      case Asked.Not not -> {
        Heard.Trouble problem = problem(not.said());
        yield problem == null ? not.trouble() : problem;
      }
    };
  }

  /** A rule that is there already is no problem. */
  private static Heard.@Nullable Trouble problem(Json answer) {
    List<String> titles = new ArrayList<>();
    answer.list("errors").forEach(error -> titles.add(error.words("title")));
    titles.add(answer.words("title"));
    if (titles.stream().anyMatch(title -> title.contains("CapExceeded"))) {
      return new Heard.Trouble(FULL, "", null);
    }
    boolean refused =
        titles.stream().anyMatch(title -> !title.isEmpty() && !title.equals("DuplicateRule"));
    return refused ? new Heard.Trouble("x.rule-refused", "", null) : null;
  }
}
