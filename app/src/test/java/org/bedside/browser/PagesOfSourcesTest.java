package org.bedside.browser;

import java.util.UUID;
import java.util.stream.Stream;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfSourcesTest extends EveryPage {

  @Autowired private Sources sources;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/sources"),
        empty("/sources"),
        at("/sources/new"),
        at("/sources/new", () -> "/sources/new?type=mail"),
        at("/sources/opml"),
        at("/sources/webhooks"),
        at("/sources/{id}", () -> "/sources/" + file),
        at("/sources/{id}", () -> "/sources/" + declined()),
        at("/sources/{id}/remove", () -> "/sources/" + file + "/remove"));
  }

  /** A feed that its hub won't push, for a long reason. */
  private String declined() {
    publicAddress.set("https://bedside.example.org");
    String host = Awkward.ENDLESS.substring(0, 60) + ".example";
    UUID feed =
        inOrganization(
            full,
            () ->
                sources
                    .add(
                        Source.Kind.FEED,
                        "Forum " + UUID.randomUUID(),
                        "https://" + host + "/feed",
                        Source.Takes.ALL,
                        null,
                        somebody(full))
                    .id());
    across
        .jdbc()
        .sql(
            """
            with named as (
              insert into feed_hub (source_id, organization_id, topic, base, hubs)
              values (:feed, :organization, 't', 't', array[:hub]))
            insert into hub_subscription (id, organization_id, source_id, hub, topic, callback_base,
              token_hash, sealed, state, error_code, error_detail, refused, refused_at,
              refused_code, delivered_at, created_at)
            values (:feed, :organization, :feed, :hub, 't', 'https://bedside.example.org',
              :hash, '', 'DENIED', 'push.denied', :reason, 1234, now(),
              'websub.signature', now(), now())
            """)
        .param("feed", feed)
        .param("organization", full.id().value())
        .param("hub", "https://hub." + host + "/")
        .param("hash", feed.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .param("reason", Awkward.ENDLESS.substring(0, 290))
        .update();
    return feed.toString();
  }
}
