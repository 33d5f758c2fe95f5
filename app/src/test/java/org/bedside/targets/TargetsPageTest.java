package org.bedside.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.understanding.Urgency;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TargetsPageTest extends BedsideTest {

  private static final String[] WEEK = {
    "from", "08:00", "until", "17:00", "from", "08:00", "until", "17:00", "from", "08:00", "until",
    "17:00", "from", "08:00", "until", "17:00", "from", "08:00", "until", "12:00", "from", "",
    "until", "", "from", "00:00", "until", "00:00"
  };

  @Autowired private Targets targets;

  @Test
  void beforeAnybodyChoseTheFieldsOwnExpectationsCount() {
    Org org = found("Larkspur Health");

    assertThat(plan(org).rules()).isEqualTo(TargetPlan.STANDARD);
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/settings/targets").body())
        .contains("A complaint")
        .contains("due ");
  }

  @Test
  void hoursAndAPastedListOfHolidaysAreKept() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    hours(browser, "2026-12-25 Christmas Day\n\n2026-12-24;8:00-12:00;Christmas Eve\n2027-01-01");

    Hours hours = plan(org).hours();
    assertThat(hours.holidays())
        .containsExactly(
            new Holiday(
                LocalDate.of(2026, 12, 24),
                "Christmas Eve",
                Opening.of(LocalTime.of(8, 0), LocalTime.NOON)),
            new Holiday(LocalDate.of(2026, 12, 25), "Christmas Day", null),
            new Holiday(LocalDate.of(2027, 1, 1), "", null));
    assertThat(hours.on(java.time.DayOfWeek.SATURDAY)).isNull();
    assertThat(hours.on(java.time.DayOfWeek.SUNDAY)).isEqualTo(Opening.ALL_DAY);
    assertThat(recorded(org)).contains("targets.hours-changed");
  }

  @Test
  void aLineThatCantBeReadIsNamedAndNothingIsChanged() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    assertThat(hours(browser, "2026-12-25 Christmas Day\n2026-02-30 Nobody's day"))
        .contains("Line 2 of the holidays")
        .contains("2026-02-30 Nobody");
    assertThat(plan(org).hours()).isEqualTo(Hours.STANDARD);
  }

  @Test
  void theFirstRuleByItsPlaceCounts() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.PATIENT_EXPERIENCE);

    String[] row1 = rule("2", "", "", "4", "hours", "business");
    String[] row2 = rule("1", "", "COMPLAINT", "30", "minutes", "round");
    String[] row3 = rule("3", "", "", "", "hours", "business");
    browser.post("/settings/targets", join(row1, row2, row3));

    assertThat(plan(org).rules())
        .containsExactly(
            new Rule(Urgency.Level.NONE, PostKind.COMPLAINT, null, null, 30, true),
            new Rule(Urgency.Level.NONE, null, null, null, 240, false));
    browser.post("/settings/targets", join(rule("1", "", "", "-1", "hours", "round"), row3));
    assertThat(plan(org).rules()).hasSize(2);
  }

  @Test
  void whoMayNotManageThemIsRefusedAndAnotherOrganizationKeepsItsOwn() {
    Org org = found("Larkspur Health");
    Org other = found("Juniper Health");
    hours(signIn(org, Role.COMMUNICATIONS), "2026-12-25 Christmas Day");

    assertThat(plan(other).hours().holidays()).isEmpty();
    assertThat(signIn(org, Role.CLINICIAN).get("/settings/targets").statusCode()).isEqualTo(403);
  }

  private TargetPlan plan(Org org) {
    return inOrganization(org, () -> targets.current());
  }

  private static String hours(Browser browser, String holidays) {
    return browser
        .follow(
            browser.post(
                "/settings/targets/hours", join(WEEK, new String[] {"holidays", holidays})))
        .body();
  }

  private static String[] rule(
      String place, String urgency, String kind, String amount, String unit, String clock) {
    return new String[] {
      "place", place, "urgency", urgency, "kind", kind, "stars", "", "network", "", "amount",
      amount, "unit", unit, "clock", clock
    };
  }

  private static String[] join(String[]... parts) {
    return java.util.Arrays.stream(parts).flatMap(java.util.Arrays::stream).toArray(String[]::new);
  }
}
