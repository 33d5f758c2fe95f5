package org.bedside.understanding.patterns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one pattern. A pattern is a row of items:
 *
 * <ul>
 *   <li>{@code word}, {@code word/other}, {@code begin*}: one word
 *   <li>{@code (a b|c)}: one of several rows; {@code <name>}: the same, defined elsewhere
 *   <li>{@code ..4}: up to four words of any kind
 *   <li>{@code %}: a number; {@code ^}: a sentence begins; {@code $}: it ends; {@code ;;}: the next
 *       sentence may begin here
 *   <li>{@code !(a|b)}: not followed by these; a {@code ?} after an item: it may be missing
 * </ul>
 */
final class PatternReader {

  private static final Node END = new Node.End();

  private final Map<String, String> definitions;
  private final String source;
  private int at;

  private PatternReader(String source, Map<String, String> definitions) {
    this.source = source;
    this.definitions = definitions;
  }

  static Node read(String source, Map<String, String> definitions) {
    PatternReader reader = new PatternReader(source, definitions);
    List<Item> items = reader.items();
    if (reader.at != source.length()) {
      throw new IllegalArgumentException("unexpected ) or | in: " + source);
    }
    return link(items, END);
  }

  private sealed interface Item {
    record Word(Set<String> exact, List<String> prefixes) implements Item {}

    record Choice(List<List<Item>> rows, boolean optional) implements Item {}

    record Gap(int most) implements Item {}

    record Not(List<List<Item>> rows) implements Item {}

    record Mark(char kind) implements Item {}
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == ' ') {
        at++;
      } else if (c == ')' || c == '|') {
        break;
      } else if (c == '!' && source.startsWith("!(", at)) {
        at += 2;
        items.add(new Item.Not(rows()));
      } else {
        Item item = item(c);
        if (at < source.length() && source.charAt(at) == '?') {
          at++;
          item = new Item.Choice(List.of(List.of(item)), true);
        }
        items.add(item);
      }
    }
    return items;
  }

  private Item item(char c) {
    if (c == '(') {
      at++;
      return new Item.Choice(rows(), false);
    }
    if (c == '<') {
      int close = source.indexOf('>', at);
      String name = source.substring(at + 1, close);
      String definition = definitions.get(name);
      if (definition == null) {
        throw new IllegalArgumentException("no definition of <" + name + "> for: " + source);
      }
      at = close + 1;
      PatternReader inner = new PatternReader(definition + ")", definitions);
      return new Item.Choice(inner.rows(), false);
    }
    if (source.startsWith("..", at)) {
      at += 2;
      int from = at;
      while (at < source.length() && Character.isDigit(source.charAt(at))) {
        at++;
      }
      return new Item.Gap(Integer.parseInt(source.substring(from, at)));
    }
    if (source.startsWith(";;", at)) {
      at += 2;
      return new Item.Mark(';');
    }
    if (c == '%' || c == '^' || c == '$') {
      at++;
      return new Item.Mark(c);
    }
    return word();
  }

  private List<List<Item>> rows() {
    List<List<Item>> rows = new ArrayList<>();
    rows.add(items());
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      rows.add(items());
    }
    if (at >= source.length()) {
      throw new IllegalArgumentException("a ) is missing in: " + source);
    }
    at++;
    return rows;
  }

  private Item word() {
    int from = at;
    while (at < source.length() && " ()|?<".indexOf(source.charAt(at)) < 0) {
      at++;
    }
    Set<String> exact = new HashSet<>();
    List<String> prefixes = new ArrayList<>();
    for (String one : source.substring(from, at).split("/")) {
      if (one.endsWith("*")) {
        prefixes.add(one.substring(0, one.length() - 1));
      } else {
        exact.add(one);
      }
    }
    return new Item.Word(Set.copyOf(exact), List.copyOf(prefixes));
  }

  private static Node link(List<Item> items, Node end) {
    Node next = end;
    for (int i = items.size() - 1; i >= 0; i--) {
      next = link(items.get(i), next);
    }
    return next;
  }

  private static Node link(Item item, Node next) {
    return switch (item) {
      case Item.Word(Set<String> exact, List<String> prefixes) ->
          new Node.OneOf(exact, prefixes, next);
      case Item.Gap(int most) -> new Node.Gap(most, next);
      case Item.Not(List<List<Item>> rows) -> new Node.Unless(either(rows, END, false), next);
      case Item.Choice(List<List<Item>> rows, boolean optional) -> either(rows, next, optional);
      case Item.Mark(char kind) ->
          switch (kind) {
            case '%' -> new Node.Digits(next);
            case '^' -> new Node.Start(next);
            case '$' -> new Node.Stop(next);
            case ';' -> new Node.Break(next);
            default -> throw new IllegalArgumentException("no such mark: " + kind);
          };
    };
  }

  private static Node either(List<List<Item>> rows, Node next, boolean optional) {
    List<Node> ways = new ArrayList<>();
    for (List<Item> row : rows) {
      ways.add(link(row, next));
    }
    if (optional) {
      ways.add(next);
    }
    return ways.size() == 1 ? ways.getFirst() : new Node.Either(List.copyOf(ways));
  }

  /** The words, and the beginnings of words, that a match of {@code node} can start with. */
  static Map<String, Boolean> firsts(Node node) {
    Map<String, Boolean> firsts = new HashMap<>();
    collect(node, firsts);
    return firsts;
  }

  private static void collect(Node node, Map<String, Boolean> firsts) {
    switch (node) {
      case Node.OneOf one -> {
        one.exact().forEach(word -> firsts.putIfAbsent(word, false));
        one.prefixes().forEach(prefix -> firsts.put(prefix, true));
      }
      case Node.Either either -> either.ways().forEach(way -> collect(way, firsts));
      case Node.Start start -> collect(start.next(), firsts);
      case Node.Unless unless -> collect(unless.next(), firsts);
      case Node.Digits _ -> {
        for (char digit = '0'; digit <= '9'; digit++) {
          firsts.put(String.valueOf(digit), true);
        }
      }
      case Node.End _, Node.Gap _, Node.Break _, Node.Stop _ ->
          throw new IllegalArgumentException("a pattern must begin with a word");
    }
  }
}
