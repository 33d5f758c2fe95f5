package org.bedside.wordings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wordings that ship. Immutable and safe for use by many threads. */
@Component
public class Starters {

  private final List<Starter> all;

  Starters() {
    all = read();
  }

  public List<Starter> all() {
    return all;
  }

  private static List<Starter> read() {
    try (InputStream in = Starters.class.getResourceAsStream("starters.json")) {
      if (in == null) {
        throw new IllegalStateException("The starter set is missing from the jar");
      }
      List<Starter> read = new ArrayList<>();
      for (JsonNode node : JsonMapper.shared().readTree(in)) {
        read.add(starter(node));
      }
      return List.copyOf(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Starter starter(JsonNode node) {
    Pair names =
        new Pair(
            node.get("name").get("en").stringValue(), node.get("name").get("es").stringValue());
    WordingText text =
        new WordingText(
            names.english(),
            Tone.valueOf(node.get("tone").stringValue()),
            node.get("whole").booleanValue(),
            new Pair(node.get("en").stringValue(), node.get("es").stringValue()),
            strings(node.get("themes")),
            strings(node.get("occasions")).stream()
                .map(Occasion::valueOf)
                .collect(Collectors.toSet()),
            Set.of());
    return new Starter(node.get("key").stringValue(), names, text);
  }

  private static Set<String> strings(JsonNode array) {
    Set<String> strings = new LinkedHashSet<>();
    for (JsonNode one : array) {
      strings.add(one.stringValue());
    }
    return strings;
  }
}
