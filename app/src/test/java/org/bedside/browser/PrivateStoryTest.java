package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.bedside.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody is led away from the public, and says there what they would not say in it. */
class PrivateStoryTest extends BrowserTest {

  private static final String CONFIDED = "Mi madre esperó seis horas con la lámpara apagada.";
  private static final String ANSWER = "Gracias por contarlo. Hablamos hoy con el equipo.";

  private Org org;

  @BeforeEach
  void aReview() {
    org = found("Larkspur Health");
    receive(org, HARM);
  }

  private static void openTheCase(Visit visit) {
    visit.open("/inbox");
    visit.page().locator("#inbox-list [data-row]").first().click();
    assertThat(visit.page().locator("#detail .post-text")).isVisible();
  }

  private String invitedInSpanish() {
    visit().signIn(member(org, Role.PATIENT_EXPERIENCE));
    openTheCase(visit());
    visit().page().locator("#handover-language").selectOption("es");
    visit().press("Invite to a private conversation");
    Locator link = visit().page().locator("#link");
    assertThat(link).containsText("/p/");
    return link.innerText().strip().replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void aPersonWithoutAnAccountTellsTheirStoryAtAPhoneAndIsAnswered() {
    String link = invitedInSpanish();
    try (Visit person = atAPhone("es-MX");
        Visit colleague = another(true).signIn(member(org, Role.COMMUNICATIONS))) {
      person.open(link);
      assertThat(person.heading("Escriba a Larkspur Health en privado")).isVisible();
      person.press("Continuar en este navegador");
      assertThat(person.heading("Antes de escribir")).isVisible();
      person.page().locator("input[type=checkbox]").all().forEach(Locator::check);
      person.press("Aceptar y continuar");
      person.page().locator("#words").fill(CONFIDED);
      person.press("Enviar");
      assertThat(person.heading("Su conversación")).isVisible();

      visit().open("/private").follow("From case");
      assertThat(visit().main()).containsText(CONFIDED);
      visit().page().locator("#words").fill(ANSWER);
      visit().press("Send");
      assertThat(visit().main()).containsText("Waiting for them");
      person.page().reload();
      assertThat(person.main()).containsText(ANSWER);
      assertThat(person.main()).containsText("Larkspur Health ha respondido abajo");

      openTheCase(colleague);
      assertThat(colleague.page().locator("#detail")).containsText("Waiting for them");
      assertThat(colleague.page().locator("#detail a[href^='/private/']")).hasCount(0);
      assertThat(colleague.page().locator(".rail a[href='/private']")).hasCount(0);
      String staffPage = visit().page().url();
      for (String shut : new String[] {"/private", staffPage}) {
        Assertions.assertThat(Objects.requireNonNull(colleague.page().navigate(shut)).status())
            .isEqualTo(403);
        assertThat(colleague.page().locator("body")).not().containsText(CONFIDED);
      }

      person.page().getByText("Terminar la conversación").first().click();
      person.press("Terminar la conversación");
      assertThat(person.heading("Esta conversación ha terminado")).isVisible();
      visit().page().reload();
      assertThat(visit().main()).containsText("Ended");
      assertThat(visit().button("Send")).hasCount(0);
      person.expectNoComplaints();
      colleague.expectNoComplaints();
    }
  }

  @Test
  void theLinkOpensForOneBrowserOnly() {
    String link = invitedInSpanish();
    try (Visit person = atAPhone("es-MX");
        Visit somebodyElse = atAPhone("es-MX")) {
      person.open(link).press("Continuar en este navegador");
      assertThat(person.heading("Antes de escribir")).isVisible();

      somebodyElse.open(link);

      assertThat(somebodyElse.heading("Este enlace ya se usó")).isVisible();
      assertThat(somebodyElse.page().locator("form")).hasCount(0);
    }
  }
}
