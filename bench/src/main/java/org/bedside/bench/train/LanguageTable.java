package org.bedside.bench.train;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.bedside.understanding.language.ByteGrams;

/**
 * Packs the n-gram table of Nito-ELD (npm package {@code eld} 2.1.0, Apache-2.0) for the library.
 * Arguments: the folder of the unpacked package, the file to write.
 */
public final class LanguageTable {

  private static final Pattern LANGUAGES = Pattern.compile("languages:\\{([^}]*)\\}");
  private static final Pattern ENTRY =
      Pattern.compile("(?:'((?:[^'\\\\]|\\\\.)*+)'|([^,{}:'\"\\s]++)):\\{([0-9:,]++)\\}");
  private static final int SUBTRACTED = 53;

  private LanguageTable() {}

  /** Reads the package's files and writes the packed table. */
  public static void main(String[] arguments) throws IOException {
    Path eld = Path.of(arguments[0], "src");
    Map<Character, Byte> bytes = bytesOfLetters(Files.readString(eld.resolve("dictionary.js")));
    String source = Files.readString(eld.resolve("ngrams/large.js"));
    List<String> languages = languages(source);
    var runs = new TreeMap<Long, int[]>();
    Matcher entry = ENTRY.matcher(source.substring(source.indexOf("ngrams:")));
    while (entry.find()) {
      String run = entry.group(1) == null ? entry.group(2) : unescape(entry.group(1));
      runs.put(key(run, bytes), pairs(entry.group(3)));
    }
    var packed = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(packed))) {
      ByteGrams.write(out, languages, runs);
    }
    Files.write(Path.of(arguments[1]), packed.toByteArray());
    System.out.println(runs.size() + " runs of " + languages.size() + " languages");
  }

  private static Map<Character, Byte> bytesOfLetters(String script) {
    var letters = new HashMap<Character, Byte>();
    Matcher item = Pattern.compile("'(\\\\.|[^'])'").matcher(script.substring(script.indexOf('[')));
    for (int i = 0; item.find(); i++) {
      char letter = unescape(item.group(1)).charAt(0);
      if (letter != ' ') {
        letters.put(letter, (byte) i);
      }
    }
    return letters;
  }

  private static List<String> languages(String source) {
    Matcher list = LANGUAGES.matcher(source);
    if (!list.find()) {
      throw new IllegalStateException("no list of languages in the table");
    }
    var codes = new ArrayList<String>();
    for (String item : list.group(1).split(",")) {
      codes.add(item.substring(item.indexOf('\'') + 1, item.lastIndexOf('\'')));
    }
    return codes;
  }

  private static String unescape(String text) {
    return text.startsWith("\\") || text.contains("\\") ? text.replaceAll("\\\\(.)", "$1") : text;
  }

  private static long key(String run, Map<Character, Byte> bytes) {
    boolean first = run.startsWith(" ");
    boolean last = run.endsWith(" ") && run.length() > 1;
    String inner = run.substring(first ? 1 : 0, run.length() - (last ? 1 : 0));
    byte[] raw = new byte[inner.length()];
    for (int i = 0; i < raw.length; i++) {
      Byte known = bytes.get(inner.charAt(i));
      raw[i] =
          known == null ? inner.substring(i, i + 1).getBytes(StandardCharsets.UTF_8)[0] : known;
    }
    return ByteGrams.key(raw, 0, raw.length, first, last);
  }

  private static int[] pairs(String list) {
    String[] items = list.split(",");
    int[] pairs = new int[items.length * 2];
    for (int i = 0; i < items.length; i++) {
      int colon = items[i].indexOf(':');
      pairs[2 * i] = Integer.parseInt(items[i].substring(0, colon));
      pairs[2 * i + 1] =
          Math.min(255, Integer.parseInt(items[i].substring(colon + 1)) + SUBTRACTED);
    }
    return pairs;
  }
}
