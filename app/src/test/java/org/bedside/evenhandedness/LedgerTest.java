package org.bedside.evenhandedness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.Moderation;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class LedgerTest extends BedsideTest {

  private static final String RUDE = "Terrible and rude, call nurse Larch at 555-201-9931 and ask.";

  private static final String SPAM =
      "Cheap pills here https://pills.example/a and https://pills.example/b";

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Ledger ledger;
  @Autowired private Moderation moderation;

  private Org org;
  private UUID source;

  @BeforeEach
  void aHospitalListens() {
    org = found("Larkspur Health");
    var by = somebody(org);
    source = inOrganization(org, () -> sources.named("Reviews", Source.Kind.FILE, by).id());
  }

  @Test
  void anActIsRecordedFromTheCaseWithItsPublishedReasonAndTheStarsOfThatMoment() {
    long review = receive(RUDE, 1.0);
    Person maren = member(org, Role.COMMUNICATIONS);
    Browser browser = signIn(maren);

    String inbox = browser.get("/inbox").body();
    String entry = "/ledger/new?mention=" + review;
    assertThat(browser.get(first(inbox)).body()).contains("href=\"" + entry + "\"");
    assertThat(browser.get(entry).body()).contains("Larch", "It threatens or insults a person");
    String after = act(browser, review, "HIDDEN", "ABUSE", "").body();

    assertThat(after).contains("Recorded in the ledger", maren.name());
    LedgerEntry kept = inOrganization(org, () -> ledger.of(review)).getFirst();
    assertThat(kept.stars()).isEqualTo(1);
    assertThat(kept.sentiment()).isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(kept.byName()).isEqualTo(maren.name());
    assertThat(browser.get("/ledger").body()).contains("It threatens or insults a person");
    assertThat(recorded(org)).contains("evenhandedness.act-recorded");
  }

  @Test
  void anActWithoutAPublishedReasonIsRefusedAndNothingKept() {
    long review = receive(RUDE, 1.0);
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    HttpResponse<String> none = act(browser, review, "REMOVED", "", "");
    HttpResponse<String> invented = act(browser, review, "REMOVED", "LOW_STARS", "");
    HttpResponse<String> ofAnother = act(browser, review, "REMOVED", "DECIDED_WRONGLY", "");

    assertThat(List.of(none, invented, ofAnother))
        .allMatch(answer -> answer.statusCode() == 422)
        .allMatch(answer -> answer.body().contains("Nothing was recorded"));
    assertThat(inOrganization(org, () -> ledger.of(review))).isEmpty();
    assertThat(rates(browser)).contains(",1,1,0,");
  }

  @Test
  void theSameActIsRefusedASecondTime() {
    long review = receive(RUDE, 1.0);
    Browser browser = signIn(org, Role.PRIVACY_OFFICER);
    act(browser, review, "REPORTED_TO_NETWORK", "ABUSE", "");

    HttpResponse<String> again = act(browser, review, "REPORTED_TO_NETWORK", "FAKE", "");

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("already in the ledger");
    assertThat(inOrganization(org, () -> ledger.of(review))).hasSize(1);
  }

  @Test
  void whatIsReportedInTheModerationQueueStandsInTheLedgerAndInTheRates() {
    long review = receive(SPAM, 1.0);
    Person maren = member(org, Role.COMMUNICATIONS);
    Browser browser = signIn(maren);

    report(browser, "FAKE");

    LedgerEntry kept = inOrganization(org, () -> ledger.of(review)).getFirst();
    assertThat(kept.act()).isEqualTo(ModerationAct.REPORTED_TO_NETWORK);
    assertThat(kept.reason()).isEqualTo(ModerationReason.FAKE);
    assertThat(kept.stars()).isEqualTo(1);
    assertThat(kept.byName()).isEqualTo(maren.name());
    assertThat(rates(browser)).contains(",1,1,1,");
    assertThat(act(browser, review, "REPORTED_TO_NETWORK", "FAKE", "").statusCode()).isEqualTo(422);
  }

  @Test
  void aReportThatStandsInTheLedgerAlreadyIsNotEnteredAgainByTheQueue() {
    long review = receive(SPAM, 1.0);
    record(review, ModerationAct.REPORTED_TO_NETWORK, ModerationReason.ABUSE);

    report(signIn(org, Role.COMMUNICATIONS), "FAKE");

    assertThat(inOrganization(org, () -> moderation.waiting(10))).isZero();
    assertThat(inOrganization(org, () -> ledger.of(review)))
        .singleElement()
        .extracting(LedgerEntry::reason)
        .isEqualTo(ModerationReason.ABUSE);
  }

  private void report(Browser browser, String reason) {
    CaseRow row = inOrganization(org, () -> moderation.list(null, 10)).items().getFirst().row();
    browser.submit(
        "/moderation/" + row.id() + "/decision",
        "version",
        Integer.toString(row.version()),
        "act",
        "REPORTED",
        "reason",
        reason);
  }

  @Test
  void onlyTheOffendingWordsAreHiddenAndOnlyTheirPositionIsKept() {
    long review = receive(RUDE, 1.0);
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    assertThat(act(browser, review, "SPAN_HIDDEN", "PRIVATE_INFORMATION", "no such words").body())
        .contains("do not stand in the review");
    assertThat(act(browser, review, "SPAN_HIDDEN", "PRIVATE_INFORMATION", RUDE).body())
        .contains("That is the whole review");
    act(browser, review, "SPAN_HIDDEN", "PRIVATE_INFORMATION", "555-201-9931");

    int at = RUDE.indexOf("555");
    assertThat(inOrganization(org, () -> ledger.of(review)).getFirst().span())
        .isEqualTo(new HiddenSpan(at, at + 12));
    assertThat(browser.get("/ledger/entries.csv").body())
        .contains("span_hidden,private_information,1,negative," + review)
        .doesNotContain("555-201");
  }

  @Test
  void nobodyCanChangeOrRemoveAnEntry() {
    long review = receive(RUDE, 1.0);
    act(signIn(org, Role.COMMUNICATIONS), review, "HIDDEN", "ABUSE", "");

    for (String change :
        List.of("update moderation_entry set stars = 5", "delete from moderation_entry")) {
      assertThatThrownBy(() -> across.jdbc().sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    assertThatThrownBy(
            () ->
                across
                    .jdbc()
                    .sql(
                        """
                        insert into moderation_entry (organization_id, mention_id, source_name,
                          published_at, act, text_version, reason, by_id, by_name, at)
                        values (?, 1, 's', now(), 'REMOVED', 1, 'NO_LONGER_APPLIES', ?, 'x', now())
                        """)
                    .params(org.id().value(), UUID.randomUUID())
                    .update())
        .as("a removal without a reason for removing")
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void whatIsGoneBecauseOfTheActStaysInTheRateAndKeepsItsStars() {
    long removed = receive(RUDE, 1.0);
    receive("Also bad and slow, nobody cared.", 1.0);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    act(browser, removed, "REPORTED_TO_NETWORK", "ABUSE", "");
    assertThat(rates(browser)).contains(",1,2,1,");

    inOrganization(
        org,
        () -> {
          intake.withdraw(source, inOrder());
        });

    assertThat(rates(browser)).contains(",1,1,1,");
    assertThat(browser.get("/ledger/entries.csv").body())
        .contains("reported_to_network,abuse,1,negative," + removed);
    assertThat(browser.get("/ledger/new?mention=" + removed).statusCode()).isEqualTo(404);
  }

  @Test
  void aReviewThatIsRatedAnewKeepsTheStarsOfTheActAndElseMoves() {
    long acted = receive(RUDE, 1.0);
    long other = receive("Also bad and slow, nobody cared.", 1.0);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    act(browser, acted, "REPORTED_TO_NETWORK", "ABUSE", "");

    rateAnew(acted, "All is well now, thank you so much.", 5.0);
    rateAnew(other, "Everything was mended, thank you.", 5.0);

    assertThat(rates(browser)).contains(",1,1,1,", ",5,1,0,");
  }

  private void rateAnew(long review, String text, double rating) {
    RawPost post =
        inOrganization(
            org,
            () ->
                RawPost.of(mentions.find(review).orElseThrow().externalId(), text)
                    .by(null, null, clock.instant().minus(Duration.ofDays(2)))
                    .titled(null, rating));
    inOrganization(
        org,
        () -> {
          intake.receive(source, List.of(post));
        });
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }

  @Test
  void lowStarsThatAreRemovedMoreOftenThanChanceExplainsAreNamedWithTheirEntries() {
    List<Long> low = receiveMany(12, 1.0);
    receiveMany(20, 5.0);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    assertThat(browser.get("/ledger").body()).contains("No sign of unevenness");

    low.subList(0, 8).forEach(one -> record(one, ModerationAct.REMOVED, ModerationReason.FAKE));

    String page = browser.get("/ledger").body();
    assertThat(page)
        .contains("Low-star reviews are acted on more often than chance explains: p &lt; 0.001")
        .contains("stars=LOW#entries")
        .contains("66.7%");
    assertThat(browser.get("/ledger?stars=HIGH").body()).contains("Nothing is recorded here");
    assertThat(browser.get("/ledger?stars=LOW&reason=FAKE").body()).contains("Removed");
    assertThat(browser.inLanguage("es").get("/ledger").body())
        .contains("de lo que explica el azar");
  }

  @Test
  void aGroupOfFourIsGivenNoRate() {
    List<Long> few = receiveMany(4, 2.0);
    record(few.getFirst(), ModerationAct.HIDDEN, ModerationReason.ABUSE);
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);

    assertThat(rates(browser)).contains(",2,4,1,,,,");
    assertThat(browser.get("/ledger").body()).contains("too few").doesNotContain("25%");
  }

  @Test
  void thePublicPageIsClosedUntilOpenedAndNamesNobody() {
    List<Long> reviews = receiveMany(8, 1.0);
    record(reviews.getFirst(), ModerationAct.REMOVED, ModerationReason.UNRELATED);
    String address = "/o/" + org.id().value() + "/moderation";
    Person boss = member(org, Role.ADMINISTRATOR);
    Browser admin = signIn(boss);
    assertThat(browser().get(address).statusCode()).isEqualTo(404);
    Browser other = signIn(org, Role.COMMUNICATIONS);
    assertThat(other.post("/ledger/publication", "open", "true").statusCode()).isEqualTo(403);

    admin.post("/ledger/publication", "open", "true");

    HttpResponse<String> page = browser().get(address);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Larkspur Health", "It threatens or insults a person", "12.5%", "fewer than 5")
        .doesNotContain("Somebody", boss.name(), "Terrible");
    assertThat(browser().get("/o/" + found("Another").id().value() + "/moderation").statusCode())
        .isEqualTo(404);

    admin.post("/ledger/publication", "open", "false");
    assertThat(browser().get(address).statusCode()).isEqualTo(404);
    assertThat(recorded(org)).contains("evenhandedness.page-opened", "evenhandedness.page-closed");
  }

  @Test
  void anotherHospitalSeesNothingOfIt() {
    long review = receive(RUDE, 1.0);
    record(review, ModerationAct.HIDDEN, ModerationReason.ABUSE);
    Browser stranger = signIn(found("Elsewhere"), Role.COMMUNICATIONS);

    assertThat(stranger.get("/ledger/new?mention=" + review).statusCode()).isEqualTo(404);
    assertThat(act(stranger, review, "REMOVED", "FAKE", "").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/ledger/entries.csv").body().lines()).hasSize(1);
    assertThat(rates(stranger)).contains(",1,0,0,");
  }

  @Test
  void twoPeopleAtOnceRecordAnActOnce() {
    long review = receive(RUDE, 1.0);

    List<Boolean> done =
        LongStream.range(0, 6)
            .parallel()
            .mapToObj(i -> tryRecord(review, ModerationAct.REMOVED, ModerationReason.FAKE))
            .toList();

    assertThat(done).containsOnlyOnce(true);
    assertThat(inOrganization(org, () -> ledger.of(review))).hasSize(1);
  }

  @Test
  void aReviewOfAnotherTimeIsNotCounted() {
    receive(RUDE, 1.0);
    ZoneId zone = ZoneId.of("America/Chicago");
    LocalDate past = LocalDate.ofInstant(clock.instant(), zone).minusYears(2);

    assertThat(inOrganization(org, () -> ledger.counts(new Days(past, past.plusDays(30), zone))))
        .hasSize(6)
        .allMatch(count -> count.reviews() == 0);
  }

  private boolean tryRecord(long review, ModerationAct act, ModerationReason reason) {
    try {
      record(review, act, reason);
      return true;
    } catch (ActRefusedException refused) {
      return false;
    }
  }

  private LedgerEntry record(long review, ModerationAct act, ModerationReason reason) {
    var by = somebody(org);
    return inOrganization(org, () -> ledger.record(review, act, reason, null, by));
  }

  private static HttpResponse<String> act(
      Browser browser, long review, String act, String reason, String words) {
    return browser.submit(
        "/ledger/entries",
        "mention",
        Long.toString(review),
        "act",
        act,
        "reason",
        reason,
        "words",
        words);
  }

  private static String rates(Browser browser) {
    return browser.get("/ledger/rates.csv").body();
  }

  private static String first(String inbox) {
    return inbox.replaceAll("(?s)^.*?href=\"(/inbox/\\d+)[\"?].*$", "$1");
  }

  private long receive(String text, @Nullable Double rating) {
    return receive(List.of(text), rating).getFirst();
  }

  private List<Long> receiveMany(int many, double rating) {
    return receive(
        LongStream.range(0, many)
            .mapToObj(i -> "Review " + UUID.randomUUID() + " of a visit")
            .toList(),
        rating);
  }

  private List<Long> receive(List<String> texts, @Nullable Double rating) {
    List<Long> before = ids();
    List<RawPost> posts = new ArrayList<>();
    for (String text : texts) {
      posts.add(
          RawPost.of(UUID.randomUUID().toString(), text)
              .by(null, null, clock.instant().minus(Duration.ofDays(2)))
              .titled(null, rating));
    }
    inOrganization(
        org,
        () -> {
          intake.receive(source, posts);
        });
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
    List<Long> fresh = new ArrayList<>(ids());
    fresh.removeAll(before);
    return fresh;
  }

  private List<Long> ids() {
    return inOrganization(
        org, () -> mentions.latest(1000).stream().map(one -> one.id()).sorted().toList());
  }

  private List<String> inOrder() {
    return mentions.latest(1000).stream().map(one -> one.externalId()).toList();
  }
}
