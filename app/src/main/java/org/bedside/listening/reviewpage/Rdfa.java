package org.bedside.listening.reviewpage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** RDFa Lite 1.1, and {@code rel} around a thing as RDFa Core chains it. */
final class Rdfa implements NodeVisitor {

  private final Markup markup;
  private final List<Item> items = new ArrayList<>();
  private final Deque<Frame> within = new ArrayDeque<>();

  private Rdfa(Markup markup) {
    this.markup = markup;
  }

  /**
   * @param item that collects the properties
   * @param rel under which a thing that begins inside is its value
   */
  private record Frame(Element element, @Nullable Item item, @Nullable String rel) {}

  static List<Item> read(Document page, Markup markup) {
    Rdfa all = new Rdfa(markup);
    if (page.selectFirst("[typeof]") != null) {
      page.traverse(all);
    }
    return all.items;
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    Frame around = within.peek();
    Item holder = around == null ? null : around.item();
    String property = element.attr("property");
    String rel = element.attr("rel");
    if (element.hasAttr("typeof")) {
      Item own = item(element);
      items.add(own);
      String chained = around == null ? null : around.rel();
      String names = !property.isBlank() ? property : !rel.isBlank() ? rel : chained;
      add(holder, names, new Item.Value.Thing(own));
      within.push(new Frame(element, own, null));
      return;
    }
    if (holder != null && !property.isBlank()) {
      add(holder, property, new Item.Value.Words(value(element), null));
    }
    if (holder != null && !rel.isBlank() && !element.hasAttr("href")) {
      within.push(new Frame(element, holder, rel));
    }
  }

  @Override
  public void tail(Node node, int depth) {
    Frame frame = within.peek();
    if (frame != null && node.equals(frame.element())) {
      within.pop();
    }
  }

  private String value(Element element) {
    return element.hasAttr("resource") && !element.hasAttr("content")
        ? element.attr("resource")
        : markup.value(element);
  }

  private static void add(@Nullable Item holder, @Nullable String names, Item.Value value) {
    if (holder != null && names != null) {
      for (String name : names.strip().split("\\s+", 20)) {
        holder.add(name, value);
      }
    }
  }

  private static Item item(Element element) {
    String id = element.hasAttr("resource") ? element.attr("resource") : element.attr("about");
    Item item = new Item(id.isBlank() ? null : id.strip());
    for (String type : element.attr("typeof").strip().split("\\s+", 20)) {
      if (!type.isEmpty()) {
        item.is(type);
      }
    }
    return item;
  }
}
