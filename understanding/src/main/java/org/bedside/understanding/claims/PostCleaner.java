package org.bedside.understanding.claims;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from a post what says nothing of its matter: links, signatures, the marks of a quotation.
 */
final class PostCleaner {

  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.|pic\\.twitter\\.com/|t\\.co/)[^\\s]{0,300}");

  /** "— Name (@handle) January 14, 2020" at the end of a quoted post. */
  private static final Pattern SIGNATURE =
      Pattern.compile("[—–-]{1,2} [^—–@\\n]{0,80}\\(@\\w{1,30}\\)[^\\n]{0,40}$");

  private static final Pattern HASHTAG = Pattern.compile("#(\\w{1,80})");
  private static final Pattern HUMP =
      Pattern.compile("(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[0-9])(?=[A-Za-z])");

  private PostCleaner() {}

  static String clean(String post) {
    // only the end can hold a signature, and looking there alone keeps the time linear
    String text = LINK.matcher(post).replaceAll(" ").stripTrailing();
    int tail = Math.max(0, text.length() - 160);
    Matcher signature = SIGNATURE.matcher(text.substring(tail));
    if (signature.find()) {
      text = text.substring(0, tail + signature.start());
    }
    return HASHTAG
        .matcher(text)
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(" " + HUMP.matcher(tag.group(1)).replaceAll(" ") + " "));
  }
}
