package org.bedside.outbound;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The guarded client with a name server and a clock of the test's own; it never really waits. */
public final class Guarded implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  public final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final GuardedOutbound client;

  /**
   * @param allowed as in the setting
   * @param names hosts and the addresses that they lead to; others are asked of the machine
   */
  public Guarded(List<String> allowed, Map<String, String> names, Duration spacing) {
    Pauses noted = pauses::add;
    GuardedResolver resolver =
        new GuardedResolver(
            host -> List.of(InetAddress.getAllByName(names.getOrDefault(host, host))),
            new AddressRules(allowed));
    this.client =
        new GuardedOutbound(
            resolver,
            new Exchange(resolver, OutboundConfiguration.USER_AGENT),
            new HostGates(2, spacing, noted),
            noted,
            Clock.fixed(NOW, ZoneOffset.UTC),
            new Random(7));
  }

  /** One that may ask 127.0.0.1. */
  public static Guarded withLoopback() {
    return new Guarded(List.of("127.0.0.1"), Map.of(), Duration.ZERO);
  }

  public Outbound client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
  }
}
