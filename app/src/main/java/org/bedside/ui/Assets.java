package org.bedside.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Addresses of our own assets, each with a fingerprint of its content, so they can be kept. */
@Component
class Assets {

  private final ConcurrentHashMap<String, String> urls = new ConcurrentHashMap<>();

  /**
   * @param name path below {@code static/assets}, such as {@code css/bedside.css}
   * @throws IllegalArgumentException where there is no such asset
   */
  String url(String name) {
    return urls.computeIfAbsent(name, Assets::fingerprinted);
  }

  private static String fingerprinted(String name) {
    try (InputStream in = new ClassPathResource("static/assets/" + name).getInputStream()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return "/assets/" + name + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException("There is no asset " + name, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
