package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.BedsideTest;
import org.bedside.channels.Channels;
import org.bedside.channels.Deliveries;
import org.bedside.channels.HoldSending;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.channels.sending.FakeNetwork;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.SentReplies.Result;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A hospital with an account on a network, and a complaint that came from there. */
@SuppressWarnings("NullAway.Init") // each test begins with them
abstract class RepliesThatGoOut extends BedsideTest {

  static final String SAFE = "Thank you for sharing your feedback.";
  static final String OTHER = "We are sorry to hear this. Please call our office at 555-0142.";
  static final String DISCLOSING = "Our records show that you refused treatment on March 3.";
  static final String REASON = "Counsel agreed to these very words today.";

  @Autowired protected SentReplies sent;
  @Autowired protected Replies replies;
  @Autowired protected Cases cases;
  @Autowired protected Channels channels;
  @Autowired protected Deliveries deliveries;
  @Autowired protected HoldSending holding;
  @Autowired protected PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;

  protected Org org;
  protected FakeNetwork network;
  protected UUID account;
  private boolean firstSource = true;
  protected UUID source;
  protected SignedIn me;
  protected Person writer;
  protected long caseId;

  @BeforeEach
  void aComplaintWaits() throws IOException {
    org = found("Larkspur Health");
    member(org, Role.ADMINISTRATOR);
    writer = member(org, Role.COMMUNICATIONS);
    me = as(org, writer);
    network = new FakeNetwork(where(), clock);
    account =
        inOrganization(
            org,
            () -> channels.add(new NewChannel(where(), "Main campus", network.url(), keys()), me));
    caseId = receive("777", "I waited four hours and nobody came. Horrible.", "@wren@far.example");
  }

  /** The network that everything is on. */
  Network where() {
    return Network.MASTODON;
  }

  /** How the source is read that brings it. */
  String connector() {
    return "mastodon";
  }

  private Map<Key, String> keys() {
    return Key.of(where()).stream()
        .collect(
            Collectors.toMap(
                key -> key, key -> key == Key.PLACE ? "accounts/1/locations/2" : "a key"));
  }

  @AfterEach
  void close() {
    network.close();
  }

  static SignedIn as(Org org, Person person) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    person.roles().forEach(role -> permissions.addAll(role.permissions()));
    return new SignedIn(
        person.membership(),
        false,
        person.name(),
        org.id().value(),
        org.name(),
        ZoneId.of("America/Chicago"),
        permissions);
  }

  /** The case of a post that came from the network itself. */
  final long receive(String key, String text, String author) {
    inOrganization(
        org,
        () -> {
          source = firstSource ? sources.named("Town", Source.Kind.FILE, me).id() : source;
          firstSource = false;
          intake.receive(source, List.of(RawPost.of(key, text).by(author, null, clock.instant())));
        });
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
    var jdbc = across.jdbc();
    jdbc.sql("update source set kind = 'FEED', state = 'PAUSED' where id = ?")
        .param(source)
        .update();
    jdbc.sql(
            """
            insert into source_state (source_id, organization_id, connector, next_poll_at)
            values (?, ?, ?, 'infinity') on conflict (source_id) do nothing
            """)
        .param(source)
        .param(org.id().value())
        .param(connector())
        .update();
    long mention =
        jdbc.sql(
                """
                select m.id from mention m join post p on p.id = m.post_id
                where p.external_id = ? and p.source_id = ?
                """)
            .param(key)
            .param(source)
            .query(Long.class)
            .single();
    return inOrganization(org, () -> cases.ofMention(mention).orElseThrow());
  }

  final Result send(String text) {
    return send(text, null, me);
  }

  final Result send(String text, @Nullable String reason, SignedIn by) {
    return inOrganization(org, () -> sent.send(caseId, text, account, reason, by));
  }

  final CaseFile file() {
    return inOrganization(org, () -> cases.find(caseId, me).orElseThrow());
  }

  /** Its only reply. */
  final Reply reply() {
    assertThat(file().replies()).hasSize(1);
    return file().replies().getFirst();
  }

  final Reply awaitReply(Reply.State state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> file().replies().getFirst(), one -> one.state() == state);
    return file().replies().getFirst();
  }

  final List<CaseEvent.Kind> history() {
    return file().events().stream().map(CaseEvent::kind).toList();
  }

  final void hold() {
    inOrganization(org, () -> holding.hold(me));
  }

  final void letGo() {
    inOrganization(org, () -> holding.release(me));
  }

  final boolean with(long reply, Function<Long, Boolean> act) {
    return inOrganization(org, () -> act.apply(reply));
  }
}
