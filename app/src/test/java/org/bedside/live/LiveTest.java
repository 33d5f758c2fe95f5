package org.bedside.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class LiveTest extends BedsideTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Autowired private Presence presence;
  @Autowired private ApplicationEventPublisher events;

  private final List<Stream> streams = new ArrayList<>();

  /** The stream of an open page, read as it comes. */
  private static final class Stream {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<String> times = new CopyOnWriteArrayList<>();
    final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream body;

    Stream(InputStream body) {
      this.body = body;
      Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.add(line);
          if (line.startsWith("data:")) {
            times.add(line.substring(5));
          }
          if (line.startsWith("event:")) {
            heard.add(line.substring(6));
          }
        }
      } catch (IOException e) {
        heard.add("end");
      }
    }

    void close() {
      try {
        body.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @AfterEach
  void everyPageIsClosed() {
    streams.forEach(Stream::close);
  }

  private Stream listen(Browser browser, String query) throws Exception {
    var answer =
        browser
            .client()
            .send(
                browser
                    .request("/live" + query)
                    .setHeader("Accept", "text/event-stream")
                    .GET()
                    .build(),
                BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    Stream stream = new Stream(answer.body());
    streams.add(stream);
    await().atMost(SOON).until(() -> stream.heard.contains("listening"));
    return stream;
  }

  private void change(Org org, String topic) {
    inOrganization(org, () -> events.publishEvent(new LiveChange(org.id(), topic)));
  }

  private static SignedIn as(Org org, Person person) {
    return new SignedIn(
        person.membership(),
        false,
        person.name(),
        org.id().value(),
        org.name(),
        ZoneId.of("America/Chicago"),
        EnumSet.of(Permission.READ_MENTIONS));
  }

  @Test
  void anOpenPageHearsOnlyOfItsOrganizationAndOfWhatItsReaderMay() throws Exception {
    Org org = found("Larkspur Health");
    Org elsewhere = found("Foxglove Health");
    Stream officer = listen(signIn(org, Role.PRIVACY_OFFICER), "");
    Stream clinician = listen(signIn(org, Role.CLINICIAN), "");
    Stream other = listen(signIn(elsewhere, Role.PRIVACY_OFFICER), "");

    change(org, "for-auditors");
    change(org, "nobody-declared-this");
    await().atMost(SOON).until(() -> officer.heard.contains("for-auditors"));
    change(org, "cases");
    change(elsewhere, "alerts");

    await().atMost(SOON).until(() -> clinician.heard.contains("cases"));
    await().atMost(SOON).until(() -> other.heard.contains("alerts"));
    await().atMost(SOON).until(() -> officer.heard.contains("cases"));
    assertThat(officer.heard).containsExactly("listening", "for-auditors", "cases");
    assertThat(clinician.heard).containsExactly("listening", "cases");
    assertThat(other.heard).containsExactly("listening", "alerts");
    assertThat(officer.lines.stream().filter(line -> line.startsWith("data:")))
        .allMatch(line -> Instant.parse(line.substring(5)) != null);
  }

  @Test
  void whatIsTakenBackIsToldToNobody() throws Exception {
    Org org = found("Larkspur Health");
    Stream stream = listen(signIn(org, Role.COMMUNICATIONS), "");

    inOrganization(
        org,
        () ->
            transactions.executeWithoutResult(
                status -> events.publishEvent(new LiveChange(org.id(), "alerts"))));
    CurrentOrganization.run(
        org.id(),
        () ->
            transactions.executeWithoutResult(
                status -> {
                  events.publishEvent(new LiveChange(org.id(), "cases"));
                  status.setRollbackOnly();
                }));
    await().atMost(SOON).until(() -> stream.heard.contains("alerts"));
    change(org, "alerts");

    await().atMost(SOON).until(() -> stream.heard.stream().filter("alerts"::equals).count() == 2);
    assertThat(stream.heard).doesNotContain("cases");
  }

  @Test
  void aPageThatConnectsAgainHearsWhatItMissedAndNoMore() throws Exception {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    Stream first = listen(browser, "");
    change(org, "alerts");
    await().atMost(SOON).until(() -> first.heard.contains("alerts"));
    String last = first.times.getLast();
    first.close();
    clock.advance(Duration.ofSeconds(5));
    change(org, "cases");

    Stream again = listen(browser, "?after=" + last);

    await().atMost(SOON).until(() -> again.heard.contains("cases"));
    assertThat(again.heard).containsExactly("listening", "cases");
    assertThat(listen(browser, "?after=no-time").heard).containsExactly("listening");
  }

  @Test
  void whoHasTheSameThingOpenIsToldEachPersonOnceAndNeverOneself() throws Exception {
    Org org = found("Larkspur Health");
    Person ada = member(org, Role.COMMUNICATIONS);
    Person ben = member(org, Role.COMMUNICATIONS);
    Browser bens = signIn(ben);
    Stream adas = listen(signIn(ada), "?watching=case:17");
    Stream one = listen(bens, "?watching=case:17");
    Stream two = listen(bens, "?watching=case:17");
    listen(signIn(org, Role.COMMUNICATIONS), "?watching=case:18");

    assertThat(presence.others("case:17", as(org, ada))).containsExactly(ben.name());
    assertThat(presence.others("case:17", as(org, ben))).containsExactly(ada.name());
    assertThat(presence.others("case:17", as(found("Foxglove Health"), ada))).isEmpty();
    await().atMost(SOON).until(() -> adas.heard.contains("presence:case:17"));

    int heard = adas.heard.size();
    one.close();
    two.close();

    await().atMost(SOON).until(() -> presence.others("case:17", as(org, ada)).isEmpty());
    await().atMost(SOON).until(() -> adas.heard.size() > heard);
    assertThat(adas.heard).doesNotContain("presence:case:18");
  }

  @Test
  void nobodyWatchesWhatTheyMayNotReadNorWhatNobodyDeclared() throws Exception {
    Org org = found("Larkspur Health");
    Person ada = member(org, Role.CLINICIAN);
    Person officer = member(org, Role.PRIVACY_OFFICER);
    listen(signIn(ada), "?watching=paper:1&watching=secret:1&watching=case:1");
    listen(signIn(officer), "?watching=paper:1");

    SignedIn asOfficer = somebody(org, Permission.READ_AUDIT, Permission.READ_MENTIONS);
    assertThat(presence.others("paper:1", asOfficer)).containsExactly(officer.name());
    assertThat(presence.others("secret:1", asOfficer)).isEmpty();
    assertThat(presence.others("case:1", asOfficer)).containsExactly(ada.name());
    assertThat(presence.others("paper:1", as(org, ada))).isEmpty();
  }
}
