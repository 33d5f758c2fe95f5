package org.bedside.understanding.claims;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is compared with claims: without links, and with what its hashtags and handles run
 * together taken apart.
 *
 * @param words what is said
 * @param author the name of whoever says it, which claims about people hold; may be empty
 */
record CleanPost(String words, String author) {

  private static final Pattern LINK =
      Pattern.compile("(?:https?://|www\\.|pic\\.twitter\\.com/|t\\.co/)[^\\s]{0,300}");

  /** "— Name (@handle) January 14, 2020" at the end of a quoted post. */
  private static final Pattern SIGNATURE =
      Pattern.compile("[—–-]{1,2} ([^—–@\\n]{0,80})\\(@\\w{1,30}\\)[^\\n]{0,40}$");

  private static final Pattern TAG = Pattern.compile("[#@](\\w{1,80})");
  private static final Pattern HUMP =
      Pattern.compile("_|(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[0-9])(?=[A-Za-z])");

  /**
   * @param author as the network names them, where it does; else the signature of a quoted post
   *     tells
   */
  static CleanPost of(String post, @Nullable String author) {
    // only the end can hold a signature, and looking there alone keeps the time linear
    String text = LINK.matcher(post).replaceAll(" ").stripTrailing();
    int tail = Math.max(0, text.length() - 160);
    Matcher signature = SIGNATURE.matcher(text.substring(tail));
    String name = author == null ? "" : author;
    if (signature.find()) {
      text = text.substring(0, tail + signature.start());
      name = signature.group(1);
    }
    return new CleanPost(apart(text), apart(name));
  }

  private static String apart(String text) {
    return TAG.matcher(text)
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(" " + HUMP.matcher(tag.group(1)).replaceAll(" ") + " "));
  }
}
