package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.understanding.Verdict.Decision;
import org.bedside.understanding.Verdict.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A patient of either language is protected alike, and so is who answers harmlessly. */
class GuardInBothLanguagesTest {

  private static final Guard RULES = Guard.standard();
  private static final Guard READING = Understanding.guard(Level.THOROUGH);
  private static final Post REVIEW =
      new Post("1", "Not good.", null, 2.0, "tomkat", null, null, null, null, null);

  private static final String TABLE =
      """
      confirms-patient|We are sorry that your visit went badly.|Sentimos que su visita fuera mala.
      confirms-patient|Thank you for choosing us.|Gracias por elegirnos.
      confirms-patient|When you were here we had few staff.|Cuando usted estuvo aquí éramos pocos.
      denies-patient|You were never a patient of ours.|Usted nunca ha sido paciente nuestro.
      denies-patient|You have never been our patient.|Usted no es paciente nuestro.
      denies-patient|We do not know you as a patient.|Usted no figura entre nuestros pacientes.
      denies-patient|We have no record under that name.|No existe ningún registro con ese nombre.
      records|Our records show two calls.|Nuestros registros muestran dos llamadas.
      records|It says so in your chart.|Así consta en su expediente clínico.
      remembers-patient|We remember you well.|La recordamos a usted con cariño.
      remembers-patient|As we told you on Friday, it takes time.|Como le explicamos, toma tiempo.
      health-detail|We are glad that your surgery went well.|Su cirugía salió bien.
      health-detail|It is hard for people with your diagnosis.|Es difícil con su diagnóstico.
      billing-detail|Your insurance denied the claim.|Su seguro rechazó el cobro.
      billing-detail|You still owe us money.|Usted todavía debe dinero.
      relative|Your mother was very tired.|Su madre estuvo muy cansada.
      argues|You missed three appointments.|Usted faltó a tres citas.
      argues|That is simply false.|Eso es falso.
      threat|Our lawyers will write.|Nuestros abogados escribirán.
      incentive|We offer you a discount.|Le ofrecemos un descuento.
      number|Room 412 is fixed.|La habitación 412 está arreglada.
      name|Mr. Kessinger, thank you.|Señor Kessinger, gracias.
      date|We were full on March 3rd.|El 3 de marzo estuvo lleno.
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void everyDisclosureIsBlockedByItsRuleInEnglishAndInSpanish(
      String rule, String english, String spanish) {
    for (String reply : List.of(english, spanish)) {
      Verdict verdict = RULES.review(reply, REVIEW);
      assertThat(verdict.decision()).as(reply).isEqualTo(Decision.BLOCK);
      assertThat(verdict.findings()).as(reply).extracting(Finding::rule).contains(rule);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          experience|We value your whole experience.|Valoramos su larga experiencia.
          promise|We will fire him.|
          speaks-of-writer|We know that you sing.|Sabemos que usted canta.
          speaks-of-person|He sings.|Ella canta.
          states-facts|It was blue.|Fue azul.
          unchecked-number|There are 17.|Hay 17.
          unchecked-words|Zirconium.|Zirconio.
          repeats-name|Thank you, Tomkat!|¡Gracias, Tomkat!
          """)
  void everyDoubtIsAWarningInEnglishAndInSpanish(String rule, String english, String spanish) {
    for (String reply : spanish == null ? List.of(english) : List.of(english, spanish)) {
      assertThat(RULES.review(reply, REVIEW).findings())
          .as(reply)
          .extracting(Finding::rule)
          .contains(rule);
    }
  }

  @Test
  void noRuleThatBlocksIsMissingFromTheTable() {
    Set<String> seen =
        Arrays.stream(TABLE.split("\n"))
            .map(line -> line.substring(0, line.indexOf('|')).strip())
            .collect(Collectors.toSet());
    // only the encoder finds it, in any language
    seen.add("implies");
    var missing = new HashSet<>(RULES.rules());
    missing.removeAll(seen);
    missing.removeAll(
        Set.of(
            "experience",
            "promise",
            "too-long",
            "speaks-of-writer",
            "speaks-of-person",
            "states-facts",
            "unchecked-number",
            "unchecked-words",
            "repeats-name",
            "clinician-name"));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you for the kind note, and have a lovely weekend! You were never a patient of ours.",
        "We appreciate every comment. Our records show that you cancelled. Please call 555-0110.",
        "Thanks for writing, it means a lot. Your mother was well looked after. Take care!",
        "Gracias por sus palabras, nos alegran el día. Usted nunca ha sido paciente nuestro.",
        "Agradecemos cada comentario. Su seguro rechazó el cobro. Llame al 555-0110.",
        "Gracias por escribir. La operación de su hijo salió bien. ¡Saludos!",
        "Mrs. Pemberton, we are sorry to read this and would welcome a call at 555-0110.",
      })
  void whatDisclosesPlainlyIsBlockedHoweverKindTheRestIs(String reply) {
    assertThat(READING.review(reply, REVIEW).decision()).isEqualTo(Decision.BLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you for your feedback.",
        "We are sorry to read this and would like to listen. Please call 555-0110.",
        "We do not discuss anyone's care in public.",
        "Privacy laws do not allow us to say whether anyone is or was a patient.",
        "If you or someone you know is in crisis, call or text 988. In an emergency call 911.",
        "Visiting hours are 9 to 8, every day of the week.",
        "Respect is one of our values, and we expect it of all of our staff.",
        "Anyone may bring a concern to our privacy officer at 555-0199.",
        "Nobody should be treated like that, whoever they are.",
        "Flu shots are free for everyone in October.",
        "Our billing office can explain any bill: 555-0152.",
        "We regret that this was a disappointment, and thank you for telling us.",
        "Gracias por su opinión.",
        "Lamentamos leer esto y queremos escuchar. Llame al 555-0110.",
        "No hablamos en público de la atención de nadie.",
        "Las leyes de privacidad no nos permiten confirmar si alguien es paciente.",
        "Si usted o alguien que conoce está en crisis, llame al 988. En una emergencia, al 911.",
        "El horario de visita es de 9 a 8 todos los días.",
        "El respeto es uno de nuestros valores.",
        "Cualquier persona puede acudir a nuestra oficina de privacidad, 555-0199.",
        "Nadie merece ese trato.",
        "Las vacunas contra la gripe son gratuitas para todos en octubre.",
        "La oficina de facturación puede explicar cualquier factura: 555-0152.",
        "¡Qué alegría! Lo compartiremos con todo el equipo.",
      })
  void whatIsUsuallyAnsweredIsNeverBlocked(String reply) {
    assertThat(READING.review(reply, REVIEW).decision()).isNotEqualTo(Decision.BLOCK);
    assertThat(RULES.review(reply, REVIEW).decision()).isNotEqualTo(Decision.BLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You were never a patient of ours.",
        "You are not and never were our patient.",
        "We have never had you as a patient.",
        "Usted jamás fue paciente nuestro.",
        "Nunca ha sido nuestro paciente.",
      })
  void whatDeniesIsNotSaidToConfirm(String reply) {
    for (Guard guard : List.of(RULES, READING)) {
      assertThat(guard.review(reply, REVIEW).findings())
          .as(reply)
          .extracting(Finding::rule)
          .contains("denies-patient")
          .doesNotContain("confirms-patient");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gracias por escribir. Cuando usted estuvo aquí éramos pocos.",
        "Sí, usted estuvo aquí.",
        "Sí, su cirugía salió bien.",
      })
  void whatIsStatedIsNotTakenForASupposition(String reply) {
    assertThat(READING.review(reply, REVIEW).findings())
        .as(reply)
        .extracting(Finding::rule)
        .containsAnyOf("confirms-patient", "health-detail");
    assertThat(RULES.review(reply, REVIEW).decision()).as(reply).isEqualTo(Decision.BLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Your bill: 555-0152.", "The bill 555-0152 was sent.", "Ella Canta was here."})
  void whatReadsLikeAnOfficesNumberOrAPronounIsStillBlockedWhereItIsNone(String reply) {
    assertThat(RULES.review(reply, REVIEW).decision()).as(reply).isEqualTo(Decision.BLOCK);
  }
}
