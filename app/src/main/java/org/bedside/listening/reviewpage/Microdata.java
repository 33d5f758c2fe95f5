package org.bedside.listening.reviewpage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Microdata by the HTML standard, {@code itemref} included. */
final class Microdata {

  private static final int MOST_REFERENCES = 500;

  private final Document page;
  private final Markup markup;
  private final List<Item> items = new ArrayList<>();
  private final Map<Element, Item> known = new HashMap<>();
  private int references;

  private Microdata(Document page, Markup markup) {
    this.page = page;
    this.markup = markup;
  }

  static List<Item> read(Document page, Markup markup) {
    Microdata all = new Microdata(page, markup);
    if (page.selectFirst("[itemscope]") != null) {
      page.traverse(all.new Walk(null));
    }
    return all.items;
  }

  /** One walk through a part of the page, collecting for an item or for none. */
  private final class Walk implements NodeVisitor {

    private final Deque<Holder> within = new ArrayDeque<>();

    Walk(@Nullable Item item) {
      within.push(new Holder(item));
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        boolean scope = element.hasAttr("itemscope");
        boolean before = known.containsKey(element);
        Item own = scope ? known.computeIfAbsent(element, Microdata::item) : null;
        property(element, own);
        if (own != null) {
          // What was walked through before is only referred to.
          within.push(new Holder(before ? null : own));
          if (!before) {
            items.add(own);
            references(element, own);
          }
        }
      }
    }

    private void property(Element element, @Nullable Item own) {
      Item holder = within.element().item();
      String names = element.attr("itemprop");
      if (holder == null || names.isBlank()) {
        return;
      }
      Item.Value value =
          own == null
              ? new Item.Value.Words(markup.value(element), null)
              : new Item.Value.Thing(own);
      for (String name : names.strip().split("\\s+", 20)) {
        holder.add(name, value);
        if (own != null && own.isUntyped() && name.equals("review")) {
          own.is("Review");
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && element.hasAttr("itemscope")) {
        within.pop();
      }
    }
  }

  private record Holder(@Nullable Item item) {}

  private void references(Element element, Item item) {
    for (String id : element.attr("itemref").strip().split("\\s+", 20)) {
      Element referred = id.isEmpty() ? null : page.getElementById(id);
      boolean around =
          referred != null && (referred.equals(element) || element.parents().contains(referred));
      if (referred != null && !around && references++ < MOST_REFERENCES) {
        referred.traverse(new Walk(item));
      }
    }
  }

  private static Item item(Element element) {
    Item item = new Item(element.hasAttr("itemid") ? element.attr("itemid").strip() : null);
    for (String type : element.attr("itemtype").strip().split("\\s+", 20)) {
      if (!type.isEmpty()) {
        item.is(type);
      }
    }
    return item;
  }
}
