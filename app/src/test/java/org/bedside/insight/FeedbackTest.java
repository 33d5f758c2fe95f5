package org.bedside.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.directory.Locations;
import org.bedside.directory.Locations.Description;
import org.bedside.identity.Role;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FeedbackTest extends BedsideTest {

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Locations locations;

  @Test
  void eachFigureLeadsToItsPosts() {
    Org org = found("Larkspur Health");
    receive(
        org,
        "The nurses were wonderful and kind, thank you all so much!",
        "Terrible wait, four hours and nobody cared. Awful and rude staff.");
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);

    String page = browser.get("/feedback").body();

    assertThat(page).contains("Volume and sentiment over time").contains("Themes by location");
    List<String> links =
        Pattern.compile("href=\"(/inbox\\?[^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1).replace("&amp;", "&"))
            .toList();
    assertThat(links).isNotEmpty();
    String last = links.stream().filter(link -> link.contains("theme=")).findFirst().orElseThrow();
    assertThat(browser.get(last).body()).containsPattern("nurses were wonderful|Terrible wait");
  }

  @Test
  void whereNobodyWroteBeforeThereIsNoPercentageOfIt() {
    Org org = found("Larkspur Health");
    receive(org, "The nurses were wonderful and kind, thank you all so much!");

    assertThat(signIn(org, Role.PATIENT_EXPERIENCE).get("/feedback").body())
        .contains("none in the period before", "positive</span>", "negative</span>")
        .doesNotContain("% before", "– before");
  }

  @Test
  void daysAreWrittenAsTheirReaderWritesThem() {
    Org org = found("Larkspur Health");
    receive(org, "The nurses were wonderful and kind, thank you all so much!");
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);

    assertThat(browser.get("/feedback").body())
        .containsPattern("\\p{L}+ \\d{1,2}, \\d{4} to \\p{L}+ \\d{1,2}, \\d{4}");
    browser.post("/account/language", "language", "es");
    assertThat(browser.get("/feedback").body())
        .containsPattern("Del \\d{1,2} de \\p{L}+ de \\d{4} al \\d{1,2} de \\p{L}+ de \\d{4}");
  }

  @Test
  void aPlaceHasThePostsThatNameItInEveryFigure() {
    Org org = found("Larkspur Health");
    var by = somebody(org);
    UUID place =
        inOrganization(
                org, () -> locations.add(new Description("Riverside Clinic", "", List.of()), by))
            .id();
    receive(
        org,
        "The nurses at Riverside Clinic were wonderful and kind, thank you all so much!",
        "Terrible wait, four hours and nobody cared. Awful and rude staff.");
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);

    assertThat(csv(browser)).endsWith(",1,0,1\r\n");
    assertThat(browser.get("/feedback/over-time.csv?location=" + place).body())
        .endsWith(",1,0,0\r\n");
    assertThat(browser.get("/feedback/themes.csv?location=" + place).body())
        .contains("Riverside Clinic");
  }

  @Test
  void aCorrectionMovesTheFigures() {
    Org org = found("Larkspur Health");
    receive(org, "The nurses were wonderful and kind, thank you all so much!");
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);
    assertThat(csv(browser)).endsWith(",1,0,0\r\n");
    String inbox = browser.get("/inbox").body();
    var id = Pattern.compile("/inbox/(\\d+)").matcher(inbox).results().findFirst().orElseThrow();
    String detail = browser.get("/inbox/" + id.group(1)).body();
    var mention =
        Pattern.compile("name=\"mention\" value=\"(\\d+)\"")
            .matcher(detail)
            .results()
            .findFirst()
            .orElseThrow();

    browser.submit(
        "/inbox/" + id.group(1) + "/correction",
        "mention",
        mention.group(1),
        "sentiment",
        "NEGATIVE",
        "urgency",
        "NONE");

    assertThat(csv(browser)).endsWith(",0,0,1\r\n");
  }

  private static String csv(Browser browser) {
    return browser.get("/feedback/over-time.csv").body();
  }

  private void receive(Org org, String... texts) {
    var by = somebody(org);
    inOrganization(
        org,
        () -> {
          UUID source = sources.named("Reviews", Source.Kind.FILE, by).id();
          intake.receive(
              source,
              java.util.Arrays.stream(texts)
                  .map(text -> RawPost.of(UUID.randomUUID().toString(), text))
                  .toList());
        });
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }
}
