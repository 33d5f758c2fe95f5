package org.bedside.listening.connector;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Turns markup into text that reads as it looked: paragraphs, lines, list items. */
public final class PlainText {

  private static final int LONGEST = 200_000;
  private static final Set<String> SILENT =
      Set.of("script", "style", "noscript", "iframe", "object", "template", "head", "title", "svg");
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "ul",
          "ol",
          "table",
          "figure",
          "hr");
  private static final Set<String> LINES = Set.of("div", "tr", "dt", "dd", "section", "article");

  private static final Pattern MARKUP =
      Pattern.compile(
          "</(?:p|a|b|i|em|strong|div|span|ul|li|h[1-6])>|<(?:p|br) ?/?>|<script",
          CASE_INSENSITIVE);

  private PlainText() {}

  /** The words of an HTML fragment; markup that was escaped once too often is seen through. */
  public static String ofHtml(String html) {
    String words = once(html);
    return MARKUP.matcher(words).find() ? once(words) : words;
  }

  /** The words of what claims to be plain text, and often is markup all the same. */
  public static String ofText(String text) {
    return MARKUP.matcher(text).find() ? once(text) : tidy(text);
  }

  private static String once(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return tidy(html);
    }
    Writer writer = new Writer();
    Jsoup.parseBodyFragment(html).body().traverse(writer);
    return tidy(writer.out.toString());
  }

  /** Text with its blanks in order: no runs of spaces, one empty line at most. */
  public static String tidy(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST));
    int lines = 0;
    boolean blank = false;
    for (int i = 0; i < text.length() && out.length() < LONGEST; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lines++;
      } else if (Character.isWhitespace(c) || c == '\u00A0') {
        blank = true;
      } else {
        if (!out.isEmpty() && lines > 0) {
          out.append(lines > 1 ? "\n\n" : "\n");
        } else if (!out.isEmpty() && blank) {
          out.append(' ');
        }
        lines = 0;
        blank = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  private static final class Writer implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int silent;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.normalName();
        if (SILENT.contains(name)) {
          silent++;
        } else if (name.equals("br")) {
          out.append('\n');
        } else if (name.equals("li")) {
          out.append("\n- ");
        } else if (PARAGRAPHS.contains(name)) {
          out.append("\n\n");
        } else if (LINES.contains(name)) {
          out.append('\n');
        } else if (name.equals("td") || name.equals("th")) {
          out.append(' ');
        }
      } else if (node instanceof TextNode text && silent == 0) {
        Element parent = text.parent();
        boolean pre = parent != null && parent.normalName().equals("pre");
        String words = text.getWholeText();
        out.append(pre ? words : words.replace('\n', ' ').replace('\r', ' '));
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.normalName();
        if (SILENT.contains(name)) {
          silent--;
        } else if (PARAGRAPHS.contains(name)) {
          out.append("\n\n");
        } else if (LINES.contains(name)) {
          out.append('\n');
        }
      }
    }
  }
}
