package org.bedside.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Our own assets, each at an address with a fingerprint of its content, so it can be kept for ever.
 *
 * <p>The style sheets and the scripts are many small files; two lists of imports join them, in
 * their order, into one file each.
 */
@Component
class Assets {

  private static final Set<String> LISTS = Set.of("css/bedside.css", "js/bedside.js");
  private static final Pattern IMPORT =
      Pattern.compile("(?:@import url\\(|import )\"(?:\\./)?([\\w-]+\\.\\w+)\"\\)?;\\s*");
  private static final Pattern UPWARDS = Pattern.compile("url\\(\"\\.\\./([^\"?]+)\"\\)");

  private final ConcurrentHashMap<String, byte[]> contents = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, String> urls = new ConcurrentHashMap<>();

  /**
   * @param name path below {@code static/assets}, such as {@code css/bedside.css}
   * @throws UncheckedIOException where there is no such asset
   */
  String url(String name) {
    String known = urls.get(name);
    if (known == null) {
      known = "/assets/" + name + "?v=" + fingerprint(content(name));
      urls.put(name, known);
    }
    return known;
  }

  /** What is served under that name: a list of imports comes joined. */
  byte[] content(String name) {
    byte[] known = contents.get(name);
    if (known == null) {
      byte[] read = read(name);
      known = LISTS.contains(name) ? joined(name, read) : read;
      contents.put(name, known);
    }
    return known;
  }

  /** Whether a file of that name is a list to be joined. */
  static boolean isList(String name) {
    return LISTS.contains(name);
  }

  private byte[] joined(String list, byte[] imports) {
    String folder = list.substring(0, list.indexOf('/') + 1);
    StringBuilder all = new StringBuilder();
    IMPORT
        .matcher(new String(imports, StandardCharsets.UTF_8))
        .results()
        .map(found -> found.group(1))
        .forEach(file -> all.append(new String(read(folder + file), StandardCharsets.UTF_8)));
    String withFingerprints = UPWARDS.matcher(all).replaceAll(this::fingerprintedUrl);
    return withFingerprints.getBytes(StandardCharsets.UTF_8);
  }

  private String fingerprintedUrl(MatchResult found) {
    return "url(\"" + url(found.group(1)) + "\")";
  }

  private static byte[] read(String name) {
    try (InputStream in = new ClassPathResource("static/assets/" + name).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("There is no asset " + name, e);
    }
  }

  private static String fingerprint(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
