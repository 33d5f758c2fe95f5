package org.bedside.listening.x;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final int BATCH = 100;

  private final Api api;

  Rules(Api api) {
    this.api = api;
  }

  /**
   * Adds what is missing, then removes what is too much, so that nothing falls between.
   *
   * @return what went wrong; null where the rules are as they are wanted, or as many of them as the
   *     plan allows
   */
  Heard.@Nullable Trouble become(List<String> wanted) {
    Map<String, String> there = new LinkedHashMap<>();
    switch (api.get(PATH)) {
      case Asked.Got(Json json, _) -> {
        if (!json.isObject() || !(json.at("data").isArray() || json.at("meta").isObject())) {
          return Api.unreadable();
        }
        for (Json rule : json.list("data")) {
          if (rule.words("tag").equals(TAG) && !rule.words("id").isEmpty()) {
            there.put(rule.words("value"), rule.words("id"));
          }
        }
      }
      case Asked.Not not -> {
        return not.trouble();
      }
    }
    List<String> missing = wanted.stream().filter(rule -> !there.containsKey(rule)).toList();
    List<String> over =
        there.entrySet().stream()
            .filter(rule -> !wanted.contains(rule.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    Heard.Trouble why = added(missing);
    if (why != null && !over.isEmpty() && isFull(why)) {
      // No room beside the old ones: they go first after all.
      why = removed(over);
      return why == null ? added(missing) : why;
    }
    return why == null ? removed(over) : why;
  }

  private static boolean isFull(Heard.Trouble trouble) {
    return trouble.code().equals("x.rules-full");
  }

  private Heard.@Nullable Trouble added(List<String> rules) {
    for (int from = 0; from < rules.size(); from += BATCH) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      ArrayNode add = body.putArray("add");
      for (String rule : rules.subList(from, Math.min(rules.size(), from + BATCH))) {
        add.addObject().put("value", rule).put("tag", TAG);
      }
      Heard.Trouble why = sent(body);
      if (why != null) {
        return why;
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
      return new Heard.Trouble("x.rules-full", "", null);
    }
    boolean refused =
        titles.stream().anyMatch(title -> !title.isEmpty() && !title.equals("DuplicateRule"));
    return refused ? new Heard.Trouble("x.rule-refused", "", null) : null;
  }
}
