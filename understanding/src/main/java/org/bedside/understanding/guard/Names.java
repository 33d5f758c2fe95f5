package org.bedside.understanding.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;
import org.bedside.understanding.Verdict.Finding;
import org.bedside.understanding.guard.Token.Kind;
import org.bedside.understanding.identifiers.IdentifierFinder;

/** Names of people in a reply, and whose they can be. */
final class Names {

  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "miss", "mx", "sr", "sra", "srta", "don", "dona", "senor", "senora");
  private static final Set<String> CLINICIANS =
      Set.of("dr", "dra", "doctor", "doctora", "nurse", "np", "pa");
  private static final Set<String> GREETINGS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "dear",
          "hola",
          "estimado",
          "estimada",
          "querido",
          "querida",
          "thanks",
          "gracias",
          "sorry");

  private static final Set<String> OFFICE_BEFORE =
      Set.of(
          "for",
          "contact",
          "call",
          "email",
          "sincerely",
          "regards",
          "manager",
          "director",
          "advocate",
          "officer",
          "coordinator",
          "liaison",
          "representative",
          "administrator",
          "supervisor",
          "at",
          "reach",
          "atentamente",
          "saludos",
          "gerente",
          "directora",
          "llame",
          "owner",
          "ceo",
          "is");

  /** After one of these a number that has the form of a telephone's is whom to call. */
  private static final Set<String> ANY =
      Set.of(
          "any",
          "every",
          "each",
          "all",
          "questions",
          "cualquier",
          "cada",
          "toda",
          "todas",
          "todos",
          "preguntas",
          "dudas");

  private static final int CLOSE = 4;

  private final RuleBook book;
  private final IdentifierFinder finder = new IdentifierFinder();

  Names(RuleBook book) {
    this.book = book;
  }

  /**
   * Names in a reply.
   *
   * @param plain takes those by which somebody is addressed though nobody showed them
   */
  List<Finding> find(String reply, List<Token> tokens, Post original, List<Span> plain) {
    var findings = new ArrayList<Finding>();
    Set<String> shown = words(original.author() == null ? "" : original.author());
    Set<String> review = words(original.text());
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.kind() != Kind.WORD || token.word().length() < 2) {
        continue;
      }
      String before =
          at > 0 && tokens.get(at - 1).sentence() == token.sentence()
              ? tokens.get(at - 1).word()
              : "";
      boolean unknown = !book.harmless(token.word());
      boolean capital = Character.isUpperCase(reply.charAt(token.start()));
      if (unknown && capital && !shown.contains(token.word()) && !review.contains(token.word())) {
        if (isAddressed(reply, tokens, at)) {
          plain.add(new Span(token.start(), token.end()));
        }
      }
      if (shown.contains(token.word()) && unknown) {
        findings.add(finding("repeats-name", token));
      } else if (TITLES.contains(before) && unknown) {
        findings.add(finding("name", token));
      } else if (CLINICIANS.contains(before) && unknown && capital) {
        findings.add(finding(review.contains(token.word()) ? "clinician-name" : "name", token));
      } else if (GREETINGS.contains(before) && capital && unknown) {
        findings.add(finding("name", token));
      }
    }
    for (Identifier identifier : finder.find(reply)) {
      of(identifier, reply, tokens, shown, review, findings);
    }
    return findings;
  }

  /** {@code Mrs. Pemberton, we are sorry} and {@code Dear Mr. Kessinger:}. */
  private static boolean isAddressed(String reply, List<Token> tokens, int at) {
    int title = at - 1;
    if (title < 0
        || tokens.get(title).sentence() != tokens.get(at).sentence()
        || !TITLES.contains(tokens.get(title).word())) {
      return false;
    }
    boolean isFirst =
        title == 0
            || tokens.get(title - 1).sentence() != tokens.get(title).sentence()
            || GREETINGS.contains(tokens.get(title - 1).word());
    int end = tokens.get(at).end();
    return isFirst && end < reply.length() && ",:!;".indexOf(reply.charAt(end)) >= 0;
  }

  private void of(
      Identifier identifier,
      String reply,
      List<Token> tokens,
      Set<String> shown,
      Set<String> review,
      List<Finding> findings) {
    Span span = identifier.span();
    String key =
        switch (identifier.type()) {
          case NAME -> nameRule(span, reply, tokens, shown, review);
          case DATE, AGE_OVER_89 -> "date";
          case SSN,
              MEDICAL_RECORD_NUMBER,
              HEALTH_PLAN_NUMBER,
              ACCOUNT_NUMBER,
              LICENCE_NUMBER,
              VEHICLE,
              DEVICE ->
              isOfTheOffice(span, tokens) ? "" : "number";
          // an office's own addresses and numbers, and the place it is in, disclose nobody
          case TELEPHONE,
              FAX,
              EMAIL,
              URL,
              IP_ADDRESS,
              GEOGRAPHY,
              BIOMETRIC,
              PHOTOGRAPH,
              OTHER_UNIQUE ->
              "";
        };
    if (!key.isEmpty()) {
      findings.add(ReplyReview.finding(book.rule(key), span, ""));
    }
  }

  private String nameRule(
      Span span, String reply, List<Token> tokens, Set<String> shown, Set<String> review) {
    Set<String> parts = words(span.of(reply));
    if (parts.isEmpty() || parts.stream().allMatch(book::harmless)) {
      return "";
    }
    if (isPronoun(span.of(reply))) {
      return "";
    }
    if (shown.containsAll(parts)) {
      return "repeats-name";
    }
    if (parts.stream().anyMatch(shown::contains)) {
      return "name";
    }
    if (review.containsAll(parts)) {
      return "clinician-name";
    }
    return ofTheOffice(span, tokens) ? "unchecked-words" : "name";
  }

  /** {@code Ella canta}: she sings; {@code Ella Canta} is a name. */
  private static boolean isPronoun(String name) {
    String[] words = name.split(" ");
    return words.length > 1
        && words[0].equals("Ella")
        && Character.isLowerCase(words[1].codePointAt(0));
  }

  /** {@code Our office explains any bill: 555-0152}. */
  private static boolean isOfTheOffice(Span span, List<Token> tokens) {
    int first = firstFrom(span.start(), tokens);
    if (first == tokens.size()
        || tokens.get(first).kind() != Kind.CONTACT
        || tokens.get(first).end() < span.end()) {
      return false;
    }
    for (int at = first - 1; at >= 0 && at >= first - CLOSE; at--) {
      if (tokens.get(at).sentence() != tokens.get(first).sentence()) {
        return false;
      }
      if (ANY.contains(tokens.get(at).word())) {
        return true;
      }
    }
    return false;
  }

  /** {@code ask for Dana Whitlock}, {@code our manager, Dana Whitlock}, {@code Sincerely, Dana}. */
  private static boolean ofTheOffice(Span span, List<Token> tokens) {
    int first = firstFrom(span.start(), tokens);
    return first > 0 && OFFICE_BEFORE.contains(tokens.get(first - 1).word());
  }

  private static int firstFrom(int start, List<Token> tokens) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Finding finding(String key, Token token) {
    return ReplyReview.finding(book.rule(key), new Span(token.start(), token.end()), "");
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    for (String part : text.split("[^\\p{L}\\p{M}]+")) {
      if (part.length() > 1) {
        words.add(Folding.fold(part.toLowerCase(Locale.ROOT)));
      }
    }
    return words;
  }
}
