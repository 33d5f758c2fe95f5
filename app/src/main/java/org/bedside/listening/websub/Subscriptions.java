package org.bedside.listening.websub;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be agreed with hubs, across organizations. Work is rows with a lease: of two servers
 * one does it, and what a killed one had begun is done again.
 */
public interface Subscriptions {

  /**
   * Ends what nobody wants any more - a source removed or paused, another hub or topic, another
   * address of ours - and forgets what ended long ago.
   *
   * @param base where hubs reach us; null where they can't, which ends nothing by itself
   */
  void endUnwanted(@Nullable URI base);

  /** Feeds that name hubs and have no subscription. */
  List<Wanted> missing(int limit);

  record Wanted(OrganizationId organization, UUID source, URI topic, URI hub) {}

  /** Begins one; nothing where another server was quicker. */
  void begin(Wanted wanted, URI base, Keys keys);

  /**
   * Takes those about which something is to be done. From then on the hub may ask for confirmation.
   *
   * @param base only subscriptions that hubs can confirm there are taken, beside those that end
   */
  List<Due> claim(@Nullable URI base, int limit);

  /**
   * @param ending whether the hub is told to stop
   * @param pushing whether the hub has confirmed and its lease isn't over
   * @param hubs that the feed names; none where it is gone
   * @param failures in a row before this
   */
  record Due(
      UUID claim,
      UUID id,
      OrganizationId organization,
      URI hub,
      URI topic,
      URI base,
      Keys keys,
      boolean ending,
      boolean pushing,
      List<URI> hubs,
      int failures) {}

  /** Turns to another hub with other keys, so that the former one can't push any more. */
  Due move(Due due, URI hub, Keys keys);

  /**
   * The hub accepted and has to confirm; asked again after so long where it doesn't.
   *
   * @param again null to give up
   */
  void asked(Due due, @Nullable Duration again);

  /**
   * @param again when to try again; null to give up
   */
  void failed(Due due, String code, String detail, @Nullable Duration again);
}
