package org.bedside.listening.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.listening.connector.Shareable;
import org.bedside.listening.connector.SocketStage;
import org.bedside.listening.connector.Stage;
import org.bedside.outbound.Outbound;

/**
 * A small network that speaks Jetstream: it remembers all that was ever said, sends it again from
 * the cursor that a listener gives, and then what is said, each event a second after the one
 * before.
 */
public final class JetNetwork implements AutoCloseable {

  /** 2026-11-22T17:59:00Z. */
  public static final long START = 1_795_370_340_000_000L;

  private static final long SECOND = 1_000_000;
  private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d+)");

  private final SocketStage stage;
  private final NavigableMap<Long, byte[]> said = new TreeMap<>();
  private final Map<String, String> standing = new LinkedHashMap<>();
  private long now = START;

  public JetNetwork() throws InterruptedException {
    stage = new SocketStage(false);
    stage.plays(this::since, Stage.Ending.STAYS);
  }

  /** What listens to it. */
  public static Shareable connector(Outbound outbound, Clock clock) {
    return new Jetstream(outbound, clock);
  }

  /** What listens to the stream of a personal data server. */
  public static Shareable firehose(Outbound outbound, Clock clock) {
    return new Firehose(outbound, clock);
  }

  /** The cursor of somebody who has heard everything up to the event of this number. */
  public static String cursor(long number) {
    return String.valueOf(Position.write(START + number * SECOND));
  }

  public URI url() {
    return URI.create(stage.base().toString().replace("ws:", "http:"));
  }

  /** A new post, or other words in a known one. */
  public void says(String author, String key, String text) {
    synchronized (stage) {
      String operation = standing.put(uri(author, key), text) == null ? "create" : "update";
      tell(
          "{'did':'%s','time_us':%d,'kind':'commit','commit':{'operation':'%s','collection':'app.bsky.feed.post','rkey':'%s','record':{'$type':'app.bsky.feed.post','createdAt':'2026-11-22T17:58:59.102Z','langs':['en'],'text':'%s'}}}"
              .formatted(did(author), now + SECOND, operation, key, text));
    }
  }

  public void deletes(String author, String key) {
    synchronized (stage) {
      standing.remove(uri(author, key));
      tell(
          "{'did':'%s','time_us':%d,'kind':'commit','commit':{'operation':'delete','collection':'app.bsky.feed.post','rkey':'%s'}}"
              .formatted(did(author), now + SECOND, key));
    }
  }

  /** The account and all that it wrote is gone. */
  public void leaves(String author) {
    synchronized (stage) {
      standing.keySet().removeIf(uri -> uri.startsWith("at://" + did(author) + "/"));
      tell(
          "{'did':'%s','time_us':%d,'kind':'account','account':{'active':false,'status':'deleted'}}"
              .formatted(did(author), now + SECOND));
    }
  }

  private void tell(String message) {
    now += SECOND;
    byte[] bytes = message.replace('\'', '"').getBytes(UTF_8);
    said.put(now, bytes);
    stage.tells(bytes);
  }

  private List<byte[]> since(String asked) {
    Matcher cursor = CURSOR.matcher(asked);
    return cursor.find()
        ? List.copyOf(said.tailMap(Long.parseLong(cursor.group(1)), true).values())
        : List.of();
  }

  /** Goes on an hour later without anything that was said before. */
  public void forgets() {
    synchronized (stage) {
      said.clear();
      now += 3600 * SECOND;
    }
  }

  /** Every post as it stands, by its address. */
  public Map<String, String> standing() {
    synchronized (stage) {
      return Map.copyOf(standing);
    }
  }

  /** How many connections there have been. */
  public int connections() {
    return stage.asked().size();
  }

  /** Path and query of each. */
  public List<String> asked() {
    return stage.asked();
  }

  public void awaitOpen(int connections) throws InterruptedException {
    stage.awaitOpen(connections);
  }

  /** As if the cable were pulled. */
  public void breaks() {
    stage.breaks();
  }

  /** The address of a post. */
  public static String uri(String author, String key) {
    return "at://" + did(author) + "/app.bsky.feed.post/" + key;
  }

  private static String did(String author) {
    return "did:plc:" + (author + "x".repeat(24)).substring(0, 24);
  }

  @Override
  public void close() {
    stage.close();
  }
}
