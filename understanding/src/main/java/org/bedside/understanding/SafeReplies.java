package org.bedside.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Wordings for a public reply that disclose nothing, whoever the writer is: they thank or regret,
 * say what the organization holds important, and name an office to talk to. Each passes {@link
 * Guard} as allowed, as a test holds.
 *
 * <p>Instances are immutable and safe for use by many threads.
 */
public final class SafeReplies {

  /** What the review is about, as far as a reply may touch it. */
  public enum Topic {
    GENERAL,
    STAFF,
    WAITING,
    COMMUNICATION,
    CLEANLINESS,
    BILLING
  }

  private static final Map<Topic, String> ENGLISH =
      Map.of(
          Topic.GENERAL, "We take every concern seriously and are always working to improve.",
          Topic.STAFF,
              "Courtesy and respect are important to us, and we share feedback with our team.",
          Topic.WAITING,
              "We know that waiting is hard, and we are working to improve our wait times.",
          Topic.COMMUNICATION, "Clear and timely communication is important to us.",
          Topic.CLEANLINESS, "We hold our facilities to high standards of cleanliness.",
          Topic.BILLING, "We take concerns about billing seriously.");

  private static final Map<Topic, String> SPANISH =
      Map.of(
          Topic.GENERAL, "Tomamos en serio cada inquietud y trabajamos para mejorar.",
          Topic.STAFF, "El respeto y la amabilidad son importantes para nosotros.",
          Topic.WAITING, "Sabemos que esperar es difícil y trabajamos para mejorar.",
          Topic.COMMUNICATION, "La comunicación clara es importante para nosotros.",
          Topic.CLEANLINESS, "La limpieza de nuestras instalaciones es importante para nosotros.",
          Topic.BILLING, "Tomamos en serio las inquietudes sobre facturación.");

  private SafeReplies() {}

  /** The wordings that ship. */
  public static SafeReplies standard() {
    return new SafeReplies();
  }

  /**
   * Wordings to choose from, the shortest first.
   *
   * @param sentiment of the review; a mixed or neutral one is answered like a negative one
   * @param topic what it is about
   * @param contact the office's telephone number or e-mail address; left out when blank
   * @param locale Spanish, or English for every other language
   */
  public List<String> suggest(
      SentimentLabel sentiment, Topic topic, String contact, Locale locale) {
    boolean spanish = locale.getLanguage().equals("es");
    String about = spanish ? SPANISH.get(topic) : ENGLISH.get(topic);
    return switch (sentiment) {
      case POSITIVE -> spanish ? gracias() : thanks();
      case NEUTRAL, NEGATIVE -> regrets(spanish, about == null ? "" : about, contact.strip());
    };
  }

  private static List<String> thanks() {
    return List.of(
        "Thank you for your kind words!",
        "Thank you for taking the time to share your feedback. Our team will be happy to read it.",
        "We are grateful for your kind words and will share them with our staff. Thank you!");
  }

  private static List<String> gracias() {
    return List.of(
        "¡Gracias por sus amables palabras!",
        "Gracias por tomarse el tiempo de compartir su opinión. Nos alegra leer sus comentarios.",
        "Agradecemos sus palabras y las compartiremos con nuestro equipo.");
  }

  private static List<String> regrets(boolean spanish, String about, String contact) {
    String call =
        contact.isEmpty()
            ? (spanish
                ? "Por favor comuníquese con nuestra oficina."
                : "Please contact our office; we would like to listen.")
            : (spanish
                ? "Queremos escuchar sus inquietudes: " + contact + "."
                : "We would like to listen: please contact us at " + contact + ".");
    var wordings = new ArrayList<String>();
    if (spanish) {
      wordings.add("Gracias por sus comentarios. " + call);
      wordings.add("Lamentamos leer esto. " + about + " " + call);
      wordings.add(
          "Gracias por su opinión. "
              + about
              + " Las leyes de privacidad no nos permiten comentar en público. "
              + call);
    } else {
      wordings.add("Thank you for your feedback. " + call);
      wordings.add("We are sorry to read this. " + about + " " + call);
      wordings.add(
          "Thank you for sharing your feedback. "
              + about
              + " Privacy laws prevent us from discussing details here. "
              + call);
    }
    return List.copyOf(wordings);
  }
}
