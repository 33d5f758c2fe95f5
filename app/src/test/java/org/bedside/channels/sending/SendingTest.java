package org.bedside.channels.sending;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.channels.Attachment;
import org.bedside.channels.Channels;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Delivery;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.channels.Order;
import org.bedside.database.CurrentOrganization;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** What every test of sending does: add an account, order, wait for a state. */
abstract class SendingTest extends BedsideTest {

  @Autowired protected Channels channels;
  @Autowired protected Deliveries deliveries;
  @Autowired protected SendingRounds rounds;
  @Autowired private Sending sending;

  protected final UUID channel(Org org, Network network, URI server, Map<Key, String> keys) {
    var by = somebody(org);
    return inOrganization(
        org, () -> channels.add(new NewChannel(network, "Main campus", server, keys), by));
  }

  protected final Channels.Checked check(Org org, UUID channel) {
    var by = somebody(org);
    return CurrentOrganization.call(org.id(), () -> channels.check(channel, by));
  }

  protected final UUID order(
      Org org, UUID channel, String post, String text, Attachment... pictures) {
    return order(
        org,
        new Order(UUID.randomUUID(), channel, post, null, text, "en", List.of(pictures), null));
  }

  protected final UUID order(Org org, Order order) {
    var by = somebody(org);
    return inOrganization(org, () -> deliveries.queue(order, by));
  }

  protected final Delivery delivery(Org org, UUID id) {
    return inOrganization(org, () -> deliveries.find(id).orElseThrow());
  }

  protected final Delivery awaitState(Org org, UUID id, Delivery.State state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> delivery(org, id), found -> found.state() == state && !isTaken(id));
    return delivery(org, id);
  }

  /** Waits until it is there with this key of an error, or with none. */
  protected final Delivery awaitError(Org org, UUID id, @Nullable String error) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> delivery(org, id), found -> Objects.equals(error, found.error()) && !isTaken(id));
    return delivery(org, id);
  }

  private boolean isTaken(UUID id) {
    return across
        .jdbc()
        .sql("select lease_until is not null from delivery where id = ?")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /** Does whatever is due, so that what stands afterwards stands because nothing is. */
  protected final void doWhatIsDue(Org org) {
    CurrentOrganization.run(
        org.id(),
        () -> {
          sending.tidy();
          for (var due = sending.claim(); due.isPresent(); due = sending.claim()) {
            sending.perform(due.get());
          }
        });
    // Whoever is just taking something in the background holds its account locked.
    across
        .jdbc()
        .sql("select id from channel where organization_id = ? for update")
        .param(org.id().value())
        .query(UUID.class)
        .list();
  }

  /** Lets time pass, and what is due by then be done. */
  protected final void after(Duration time) {
    clock.advance(time);
    rounds.wake();
  }
}
