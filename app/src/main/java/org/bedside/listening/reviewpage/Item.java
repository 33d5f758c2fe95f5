package org.bedside.listening.reviewpage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A thing that a page describes, whatever the syntax: types and properties by the last part of
 * their names. Things may refer to each other in circles. Filled by one thread, then only read.
 */
final class Item {

  private static final int MOST_VALUES = 2_000;

  private final @Nullable String id;
  private final Set<String> types = new LinkedHashSet<>();
  private final Map<String, List<Value>> values = new LinkedHashMap<>();
  private int size;

  Item(@Nullable String id) {
    this.id = id;
  }

  sealed interface Value {
    record Words(String text, @Nullable String lang) implements Value {}

    record Thing(Item item) implements Value {}
  }

  @Nullable String id() {
    return id;
  }

  void is(String type) {
    types.add(localName(type));
  }

  boolean isAny(Set<String> wanted) {
    return types.stream().anyMatch(wanted::contains);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean isUntyped() {
    return types.isEmpty();
  }

  void add(String name, Value value) {
    if (size++ < MOST_VALUES) {
      values.computeIfAbsent(localName(name), key -> new ArrayList<>()).add(value);
    }
  }

  List<Value> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The first words under any of these names; a thing stands for its own name. */
  Optional<Value.Words> words(String... names) {
    for (String name : names) {
      for (Value value : all(name)) {
        Value.Words words =
            switch (value) {
              case Value.Words own -> own;
              case Value.Thing(Item item) -> item.ownName();
            };
        if (!words.text().isBlank()) {
          return Optional.of(words);
        }
      }
    }
    return Optional.empty();
  }

  /** As {@link #words}, or empty. */
  String said(String... names) {
    return words(names).map(Value.Words::text).orElse("");
  }

  private Value.Words ownName() {
    for (String name : List.of("name", "givenName", "alternateName")) {
      for (Value value : all(name)) {
        if (value instanceof Value.Words own && !own.text().isBlank()) {
          return own;
        }
      }
    }
    return new Value.Words("", null);
  }

  /** The first thing under any of these names. */
  Optional<Item> thing(String... names) {
    for (String name : names) {
      for (Value value : all(name)) {
        if (value instanceof Value.Thing(Item item)) {
          return Optional.of(item);
        }
      }
    }
    return Optional.empty();
  }

  /** {@code Review} of {@code https://schema.org/Review}, {@code schema:Review} and itself. */
  static String localName(String name) {
    String bare = name.strip();
    int cut =
        Math.max(bare.lastIndexOf('/'), Math.max(bare.lastIndexOf('#'), bare.lastIndexOf(':')));
    return bare.substring(cut + 1);
  }
}
