package org.bedside.evenhandedness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.directory.Locations;
import org.bedside.directory.Locations.Description;
import org.bedside.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReviewRequestsTest extends BedsideTest {

  private static final String EDGE = "the-boundary";
  private static final String HEADER = "id,contact,provider_taxonomy\n";

  @Autowired private Locations locations;
  @Autowired private ReviewRequests requests;

  private Org org;
  private UUID place;
  private Browser browser;

  @BeforeEach
  void aClinicAsksItsPatients() {
    org = found("Larkspur Health");
    var by = somebody(org);
    place =
        inOrganization(org, () -> locations.add(new Description("Pine", "", List.of()), by)).id();
    browser = signIn(org, Role.PATIENT_EXPERIENCE);
  }

  @Test
  void everyoneIsAskedButTheClientsOfPsychologistsAndSocialWorkers() {
    HttpResponse<String> answer =
        choose(
            "everyone",
            "",
            HEADER
                + "1,ann@x.example,207R00000X\n"
                + "2,bo@x.example,103TC0700X\n"
                + "3,cy@x.example,104100000X\n"
                + "4,+15552019931,\n");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(answer.body())
        .contains("1,ann@x.example,ask,")
        .contains("2,,psychologist,", "APA 5.05")
        .contains("3,,social_worker,", "NASW 4.07")
        .contains("4,,taxonomy_unclear,")
        .doesNotContain("bo@x.example", "cy@x.example", "5552019931");
    ReviewRequest kept = inOrganization(org, () -> requests.latest(10)).getFirst();
    assertThat(kept.listed()).isEqualTo(4);
    assertThat(kept.count(Choice.Outcome.ASK)).isEqualTo(1);
    assertThat(recorded(org)).contains("evenhandedness.requests-chosen");
  }

  @Test
  void nothingOfTheListIsKept() {
    choose("everyone", "", HEADER + "row-77,ann@x.example,207R00000X\n");

    String rows =
        across
            .jdbc()
            .sql(
                """
                select t::text from review_request t where organization_id = :org
                union all select t::text from audit_entry t where organization_id = :org
                """)
            .param("org", org.id().value())
            .query(String.class)
            .list()
            .toString();
    assertThat(rows)
        .contains("Pine", "evenhandedness.requests-chosen")
        .doesNotContain("ann@x.example", "row-77", "207R00000X");
  }

  @Test
  void aListWithAColumnToChooseByIsRefusedWithAPlainReason() {
    HttpResponse<String> answer =
        choose("everyone", "", "id,contact,provider_taxonomy,rating\n1,a@x.example,207R00000X,5\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("The column “rating” is not taken");
    assertThat(inOrganization(org, () -> requests.latest(10))).isEmpty();
  }

  @Test
  void whoLeavesSomeOutOfTheListBeforehandHasToSayOtherwiseWithTheirName() {
    HttpResponse<String> answer =
        upload("/ledger/requests", fields("everyone", ""), HEADER + "1,ann@x.example,207R00000X\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("confirm that it holds everybody");
  }

  @Test
  void aDrawCanBeCheckedLaterAndAnotherListIsFoundOut() {
    String list =
        HEADER
            + IntStream.range(0, 60)
                .mapToObj(i -> i + ",p" + i + "@x.example,207R00000X\n")
                .collect(Collectors.joining());
    String drawn = choose("sample", "12", list).body();
    ReviewRequest kept = inOrganization(org, () -> requests.latest(10)).getFirst();
    String again = "/ledger/requests/" + kept.id() + "/again";

    assertThat(drawn.lines().filter(line -> line.contains(",ask,"))).hasSize(12);
    assertThat(browser.get("/ledger/requests/" + kept.id()).body()).contains(kept.seed());
    assertThat(upload(again, part("download", "true"), list).body()).isEqualTo(drawn);
    assertThat(upload(again, "", list).body()).contains("the choice comes out the same");
    assertThat(upload(again, "", list.replace("\n7,", "\n777,")).body())
        .contains("not the list the choice was made from");
  }

  @Test
  void aSampleNeedsASizeAndDaysThatHaveBeen() {
    String list = HEADER + "1,ann@x.example,207R00000X\n";

    assertThat(choose("sample", "0", list).body()).contains("a number above 0");
    assertThat(choose("by-stars", "5", list).body()).contains("a number above 0");
    assertThat(
            upload(
                    "/ledger/requests",
                    fields("everyone", "").replace(day(1), day(-3)) + part("complete", "true"),
                    list)
                .body())
        .contains("in the future");
  }

  private HttpResponse<String> choose(String way, String size, String list) {
    return upload("/ledger/requests", fields(way, size) + part("complete", "true"), list);
  }

  private String fields(String way, String size) {
    return part("place", place.toString())
        + part("from", day(30))
        + part("until", day(1))
        + part("way", way)
        + part("size", size);
  }

  private String day(int ago) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Chicago"))
        .minusDays(ago)
        .toString();
  }

  private HttpResponse<String> upload(String path, String fields, String list) {
    String form =
        part("_csrf", browser.csrf())
            + fields
            + "--"
            + EDGE
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\n"
            + list
            + "\r\n--"
            + EDGE
            + "--\r\n";
    return browser.send(
        browser
            .request(path)
            .setHeader("Accept", "text/html, */*")
            .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
            .POST(BodyPublishers.ofString(form)));
  }

  private static String part(String name, String value) {
    return "--"
        + EDGE
        + "\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }
}
