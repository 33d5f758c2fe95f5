package org.bedside.understanding.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people of a first name are called, and which names a short form may stand for. */
final class Nicknames {

  private final Map<String, Set<String>> others = new HashMap<>();

  private Nicknames() {}

  /** Reads the list from the library's resources. */
  static Nicknames load() {
    var nicknames = new Nicknames();
    try (InputStream in = Nicknames.class.getResourceAsStream("nicknames.txt")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks its resource nicknames.txt");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ")))
          .forEach(nicknames::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nicknames;
  }

  private void add(List<String> line) {
    String name = line.getFirst();
    for (String nickname : line.subList(1, line.size())) {
      others.computeIfAbsent(name, _ -> new HashSet<>()).add(nickname);
      others.computeIfAbsent(nickname, _ -> new HashSet<>()).add(name);
    }
  }

  Set<String> of(String first) {
    return others.getOrDefault(first, Set.of());
  }
}
