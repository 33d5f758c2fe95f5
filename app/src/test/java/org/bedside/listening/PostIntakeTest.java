package org.bedside.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.identity.SignedIn;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PostIntakeTest extends BedsideTest {

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Watches watches;
  @Autowired private Mentions mentions;

  @Test
  void receivingTheSamePostsAgainChangesNothing() {
    Org org = found("Larkspur Health");
    UUID source = source(org, Source.Takes.ALL);
    List<RawPost> posts = List.of(RawPost.of("a", "Kind nurses"), RawPost.of("b", "A long wait"));

    assertThat(receive(org, source, posts)).isEqualTo(new Received(2, 0, 0, List.of()));
    assertThat(receive(org, source, posts)).isEqualTo(new Received(0, 0, 2, List.of()));
    assertThat(stored(org)).hasSize(2);
  }

  @Test
  void anEditedPostBecomesANewVersionAndWaitsAgain() {
    Org org = found("Larkspur Health");
    UUID source = source(org, Source.Takes.ALL);
    receive(org, source, List.of(RawPost.of("a", "Kind nurses")));

    assertThat(receive(org, source, List.of(RawPost.of("a", "Kind nurses, cold food"))))
        .isEqualTo(new Received(0, 1, 0, List.of()));

    assertThat(stored(org))
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.version()).isEqualTo(2);
              assertThat(mention.text()).isEqualTo("Kind nurses, cold food");
            });
  }

  @Test
  void oneBadPostDoesNotKeepTheOthersOut() {
    Org org = found("Larkspur Health");
    UUID source = source(org, Source.Takes.ALL);

    Received received =
        receive(
            org,
            source,
            List.of(
                RawPost.of("good", "Clean rooms"),
                RawPost.of("empty", "  "),
                RawPost.of("huge", "x".repeat(200_001)),
                RawPost.of("large", "y".repeat(100_000))));

    assertThat(received.stored()).isEqualTo(2);
    assertThat(received.rejected())
        .containsExactly(
            new Received.Rejected(1, "intake.empty"), new Received.Rejected(2, "intake.too-long"));
  }

  @Test
  void whatADatabaseCannotHoldIsReplacedAndTheRestKept() {
    Org org = found("Larkspur Health");
    UUID source = source(org, Source.Takes.ALL);

    receive(org, source, List.of(RawPost.of("a", "nul \u0000 half \ud83d pair 😀 rtl \u202e")));

    assertThat(stored(org))
        .singleElement()
        .extracting(Mention::text)
        .isEqualTo("nul \ufffd half \ufffd pair 😀 rtl \u202e");
  }

  @Test
  void ofASourceThatIsNotAboutUsOnlyWhatAWatchMatchesBecomesAMention() throws Exception {
    Org org = found("Larkspur Health");
    UUID source = source(org, Source.Takes.MATCHED);
    UUID watch = watch(org, "Larkspur AND NOT flower");

    receive(
        org,
        source,
        List.of(
            RawPost.of("a", "The larkspur flower blooms"),
            RawPost.of("b", "Larkspur has new parking"),
            RawPost.of("c", "Nothing of the kind")));

    assertThat(stored(org))
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.externalId()).isEqualTo("b");
              assertThat(mention.watches()).containsExactly(watch);
            });
  }

  @Test
  void aWatchTellsWhatItBroughtLast() {
    Org org = found("Larkspur Health");
    UUID source = source(org, Source.Takes.MATCHED);
    UUID watch = watch(org, "larkspur");
    assertThat(inOrganization(org, watches::lastMatches)).isEmpty();

    receive(org, source, List.of(at("a", "2026-03-01T08:00:00Z"), at("b", "2026-03-02T09:00:00Z")));

    assertThat(inOrganization(org, watches::lastMatches))
        .containsExactly(Map.entry(watch, Instant.parse("2026-03-02T09:00:00Z")));
    assertThat(inOrganization(found("Elsewhere"), watches::lastMatches)).isEmpty();
  }

  private static RawPost at(String id, String published) {
    return RawPost.of(id, "Larkspur " + id).by("mara", null, Instant.parse(published));
  }

  @Test
  void whatItsSourceDeletedIsGoneHereToo() {
    Org org = found("Larkspur Health");
    UUID source = source(org, Source.Takes.ALL);
    receive(org, source, List.of(RawPost.of("a", "Kind nurses"), RawPost.of("b", "A long wait")));

    inOrganization(org, () -> intake.withdraw(source, List.of("a", "never seen")));

    assertThat(stored(org)).singleElement().extracting(Mention::externalId).isEqualTo("b");
  }

  @Test
  void ofAWholeNetworkOnlyWhatMatchesIsKeptAndWhatWasKeptIsKeptUpToDate() {
    Org org = found("Larkspur Health");
    UUID source = source(org, Source.Takes.MATCHED);
    watch(org, "Larkspur");

    Received first =
        fromStream(
            org,
            source,
            List.of(RawPost.of("a", "Larkspur is full"), RawPost.of("b", "Soup is warm")));
    assertThat(first).isEqualTo(new Received(1, 0, 0, List.of()));
    assertThat(keys(source)).containsExactly("a");

    Received edited =
        fromStream(
            org,
            source,
            List.of(RawPost.of("a", "That ward is full"), RawPost.of("c", "Soup is cold")));
    assertThat(edited).isEqualTo(new Received(0, 1, 0, List.of()));
    assertThat(keys(source)).containsExactly("a");
  }

  @Test
  void aStreamsPostWithoutAKeyIsKnownAgainEvenWhenNothingAsksForItAnyMore() {
    Org org = found("Larkspur Health");
    UUID watch = watch(org, "ward");
    UUID source = source(org, Source.Takes.MATCHED);
    RawPost nameless =
        new RawPost(null, "The ward is full", null, null, null, null, null, null, null, null, null);
    RawPost other =
        new RawPost(null, "Soup is warm", null, null, null, null, null, null, null, null, null);

    assertThat(fromStream(org, source, List.of(other, nameless)).stored()).isEqualTo(1);
    assertThat(fromStream(org, source, List.of(nameless, other)))
        .isEqualTo(new Received(0, 0, 1, List.of()));
    SignedIn by = somebody(org);
    inOrganization(
        org,
        () -> {
          watches.remove(watch, by);
          return true;
        });
    assertThat(fromStream(org, source, List.of(nameless, other)))
        .isEqualTo(new Received(0, 0, 1, List.of()));
  }

  @Test
  void aStreamThatIsAboutUsIsKeptWhole() {
    Org org = found("Larkspur Health");
    UUID source = source(org, Source.Takes.ALL);
    fromStream(org, source, List.of(RawPost.of("a", "Soup is warm")));
    assertThat(keys(source)).containsExactly("a");
  }

  @Test
  void allThatAnAccountWroteGoesWithItAndNothingElse() {
    Org org = found("Larkspur Health");
    UUID source = source(org, Source.Takes.ALL);
    receive(
        org,
        source,
        List.of(
            RawPost.of("at://did:plc:ab/app.bsky.feed.post/1", "Kind nurses"),
            RawPost.of("at://did:plc:ab/app.bsky.feed.post/2", "A long wait"),
            RawPost.of("at://did:plc:ab_/app.bsky.feed.post/1", "Warm soup"),
            RawPost.of("at://did:plc:a/app.bsky.feed.post/1", "Cold soup")));

    int gone = inOrganization(org, () -> intake.withdrawBelow(source, List.of("at://did:plc:ab/")));

    assertThat(gone).isEqualTo(2);
    assertThat(keys(source))
        .containsExactly(
            "at://did:plc:ab_/app.bsky.feed.post/1", "at://did:plc:a/app.bsky.feed.post/1");
  }

  private Received fromStream(Org org, UUID source, List<RawPost> posts) {
    return inOrganization(org, () -> intake.receiveFromStream(source, posts));
  }

  private List<String> keys(UUID source) {
    return across
        .jdbc()
        .sql("select external_id from post where source_id = ? order by id")
        .param(source)
        .query((row, i) -> row.getString(1))
        .list();
  }

  private UUID watch(Org org, String query) {
    return inOrganization(
        org,
        () -> {
          try {
            return watches.add("ours", query, somebody(org)).id();
          } catch (WatchSyntaxException e) {
            throw new AssertionError(e);
          }
        });
  }

  private UUID source(Org org, Source.Takes takes) {
    SignedIn by = somebody(org);
    return inOrganization(
        org, () -> sources.add(Source.Kind.API, "Pushed", null, takes, null, by).id());
  }

  private Received receive(Org org, UUID source, List<RawPost> posts) {
    return inOrganization(org, () -> intake.receive(source, posts));
  }

  /** All mentions of the organization, whether or not the runner has assessed them by now. */
  private List<Mention> stored(Org org) {
    List<Long> ids =
        across
            .jdbc()
            .sql("select id from mention where organization_id = ? order by id")
            .param(org.id().value())
            .query((row, i) -> row.getLong(1))
            .list();
    return inOrganization(org, () -> mentions.find(ids));
  }
}
