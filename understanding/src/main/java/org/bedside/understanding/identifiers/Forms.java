package org.bedside.understanding.identifiers;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static org.bedside.understanding.IdentifierType.ACCOUNT_NUMBER;
import static org.bedside.understanding.IdentifierType.AGE_OVER_89;
import static org.bedside.understanding.IdentifierType.BIOMETRIC;
import static org.bedside.understanding.IdentifierType.DEVICE;
import static org.bedside.understanding.IdentifierType.EMAIL;
import static org.bedside.understanding.IdentifierType.FAX;
import static org.bedside.understanding.IdentifierType.HEALTH_PLAN_NUMBER;
import static org.bedside.understanding.IdentifierType.IP_ADDRESS;
import static org.bedside.understanding.IdentifierType.LICENCE_NUMBER;
import static org.bedside.understanding.IdentifierType.MEDICAL_RECORD_NUMBER;
import static org.bedside.understanding.IdentifierType.OTHER_UNIQUE;
import static org.bedside.understanding.IdentifierType.PHOTOGRAPH;
import static org.bedside.understanding.IdentifierType.SSN;
import static org.bedside.understanding.IdentifierType.TELEPHONE;
import static org.bedside.understanding.IdentifierType.URL;
import static org.bedside.understanding.IdentifierType.VEHICLE;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bedside.understanding.IdentifierType;

/**
 * Identifiers that have a form of their own, or a word before them that says what they are. Every
 * repetition has an upper bound, so that no text costs more than a constant for each character.
 */
final class Forms {

  /**
   * One form.
   *
   * @param group which group of the expression is the identifier
   * @param holds a check on the identifier that an expression can't make
   * @param digits without so many digits in the whole text there is none; most texts have few, and
   *     counting them costs less than one expression
   */
  record Form(
      IdentifierType type,
      Pattern pattern,
      int group,
      double score,
      Predicate<String> holds,
      int digits) {

    Form needing(int digits) {
      return new Form(type, pattern, group, score, holds, digits);
    }
  }

  private static final String VALUE =
      "(?:\\s{0,3}(?:number|numbers|num|nr|no|id|is|was|ending|in|code|card|policy|account|plate|member|record|serial|#|№|[:.=-])){0,4}\\s{0,3}[#:]?\\s{0,2}([a-z]{0,5}["
          + " -]?(?=[a-z0-9-]{0,24}\\d)[a-z0-9][a-z0-9-]{2,24})(?![\\w-])";

  private static final List<Form> ALL =
      List.of(
          form(
              EMAIL,
              0.99,
              "(?<![\\w.+-])[\\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,5}",
              0),
          form(
              EMAIL,
              0.9,
              "(?<![\\w.+-])[\\w.+-]{1,64}\\s?(?:\\(at\\)|\\[at\\]| at"
                  + " )\\s?[a-z0-9-]{1,63}\\s?(?:\\(dot\\)|\\[dot\\]| dot"
                  + " )\\s?(?:com|org|net|edu|co)\\b",
              0),
          form(URL, 0.95, "\\b(?:https?://|www\\.)[^\\s<>\"']{2,500}", 0),
          form(
              URL,
              0.8,
              "(?<![\\w@.-])[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,3}\\.(?:com|org|net|edu|info|io|me|blog|co\\.uk|example)(?:/[^\\s<>\"']{0,300})?(?![\\w-])",
              0),
          form(
                  IP_ADDRESS,
                  0.95,
                  "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.]*\\d)",
                  0)
              .needing(4),
          form(IP_ADDRESS, 0.95, "(?<![\\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\\w:])", 0),
          form(
              IP_ADDRESS,
              0.9,
              "(?<![\\w:])(?:[0-9a-f]{1,4}:){2,6}:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}(?![\\w:])",
              0),
          form(SSN, 0.95, "(?<![\\d-])\\d{3}[- ]\\d{2}[- ]\\d{4}(?![\\d-])", 0).needing(9),
          form(SSN, 0.9, "\\b(?:ssn|social security|social|ss#)" + VALUE, 1).needing(1),
          checked(
                  ACCOUNT_NUMBER,
                  0.97,
                  "(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])",
                  0,
                  Checksums::luhn)
              .needing(13),
          checked(
                  ACCOUNT_NUMBER,
                  0.9,
                  "\\b[a-z]{2}\\d{2}(?: ?[a-z0-9]{2,4}){3,8}\\b",
                  0,
                  Checksums::iban)
              .needing(2),
          form(
                  FAX,
                  0.95,
                  "\\bfax(?:ed)?(?:\\s{0,2}(?:number|no|is|to|it|at|#|[:.-])){0,3}\\s{0,2}([+(]?\\d[\\d"
                      + " ().-]{5,20}\\d)",
                  1)
              .needing(2),
          checked(
                  MEDICAL_RECORD_NUMBER,
                  0.95,
                  "\\b(?:mrn|medical record|med rec|record|chart|patient"
                      + " (?:id|no|number|#)|expediente|historia cl[ií]nica|hospital"
                      + " (?:id|number|no))"
                      + VALUE,
                  1,
                  Forms::manyDigits)
              .needing(4),
          checked(
                  HEALTH_PLAN_NUMBER,
                  0.95,
                  "\\b(?:member|policy|subscriber|beneficiary|medicare|medicaid|group|health"
                      + " plan|plan|insurance|insurance"
                      + " id|p[oó]liza|mbi|aetna|cigna|bcbs|humana|kaiser|nhs)"
                      + VALUE,
                  1,
                  Forms::manyDigits)
              .needing(4),
          checked(
                  ACCOUNT_NUMBER,
                  0.95,
                  "\\b(?:account|acct|acc|a/c|invoice|claim|bill|billing|statement|cuenta|factura|credit"
                      + " card|debit card|card|iban|routing|checking)"
                      + VALUE,
                  1,
                  Forms::manyDigits)
              .needing(4),
          checked(
                  VEHICLE,
                  0.95,
                  "\\b(?:vin|plate|plates|license plate|licence"
                      + " plate|registration|tag|placa|matr[ií]cula)"
                      + VALUE,
                  1,
                  Forms::twoDigits)
              .needing(2),
          checked(
                  VEHICLE,
                  0.85,
                  "(?<![\\w-])(?=[a-z]{0,16}\\d)(?=\\d{0,16}[a-z])[a-hj-npr-z0-9]{17}(?![\\w-])",
                  0,
                  Checksums::vin)
              .needing(1),
          checked(
                  LICENCE_NUMBER,
                  0.95,
                  "\\b(?:licen[sc]e|licencia|certificate|cert|driver'?s?"
                      + " licen[sc]e|dl|dea|npi|passport|pasaporte|permit)"
                      + VALUE,
                  1,
                  Forms::manyDigits)
              .needing(4),
          checked(
                  DEVICE,
                  0.95,
                  "\\b(?:serial|device|pacemaker|implant|pump|udi|imei|s/n|sn|lot|model|monitor|defibrillator|cpap|insulin"
                      + " pump)"
                      + VALUE,
                  1,
                  Forms::manyDigits)
              .needing(4),
          checked(
                  OTHER_UNIQUE,
                  0.9,
                  "\\b(?:confirmation|ticket|reference|ref|badge|employee|student|booking|order|tracking|case|rx|prescription|accession|specimen|study|subject|participant|visit|encounter|file|passcode|folio|curp|nss|dni)"
                      + VALUE,
                  1,
                  Forms::manyDigits)
              .needing(4),
          form(
                  TELEPHONE,
                  0.95,
                  "(?<![\\w.-])(?:\\+|00)?\\(?\\d{1,4}\\)?(?:[ ./-]{0,2}\\(?\\d{2,5}\\)?){1,4}["
                      + " ./-]{0,2}\\d{2,5}(?:\\s{0,2}(?:x|ext\\.?|extension)\\s{0,2}\\d{1,6})?(?![\\w-])",
                  0)
              .needing(7),
          form(
                  AGE_OVER_89,
                  0.95,
                  "(?<![\\d$.,])((?:9\\d|1[01]\\d)(?:[ -]?(?:years?|yrs?|y)[ -]?(?:old|of"
                      + " age|young)?|[ -]?(?:yo|y/o|y\\.o\\.?)\\b))(?![a-z])",
                  1)
              .needing(2),
          form(
                  AGE_OVER_89,
                  0.9,
                  "\\b(?:aged?|age of|turn(?:ed|s|ing)|i'?m|i"
                      + " am|(?:she|he|mom|mum|mother|dad|father|who|grand[a-z]{2,8}|wife|husband|aunt|uncle|neighbou?r|patient)"
                      + " (?:is|was)|(?:she|he)'s) (?:now |almost |nearly"
                      + " )?((?:9\\d|1[01]\\d))(?!\\d)(?!"
                      + " ?(?:%|percent|min|minute|hour|day|week|month|pound|lb|kg|dollar|degree|mile|th\\b|in"
                      + " line|[./,]\\d))",
                  1)
              .needing(2),
          form(
              AGE_OVER_89,
              0.9,
              "\\b((?:ninety|one hundred|a hundred)(?:["
                  + " -](?:one|two|three|four|five|six|seven|eight|nine))?[ -]years?[ -]old)\\b",
              1),
          form(PHOTOGRAPH, 0.8, "\\b[\\w-]{1,60}\\.(?:jpe?g|png|heic|gif)\\b", 0),
          form(
              PHOTOGRAPH,
              0.7,
              "\\b((?:photo|photos|picture|pictures|pic|pics|selfie|headshot|foto)s? of"
                  + " (?:my|his|her|me|him|our|their)"
                  + " ?(?:face|mom|mother|son|daughter|dad|father|baby|wife|husband|self)?)\\b",
              1),
          form(
              BIOMETRIC,
              0.8,
              "\\b((?:my|his|her|their|a|the)? ?(?:finger ?prints?|voice ?prints?|palm"
                  + " ?prints?|retinal? scans?|iris scans?|face ?id|facial scans?|dna"
                  + " profile|huella dactilar)(?: (?:id|template|number|code|hash))?["
                  + " #:]{0,3}[a-z0-9-]{0,30})",
              1),
          checked(OTHER_UNIQUE, 0.7, "(?<![\\w@.])@[a-z0-9_]{3,30}\\b", 0, Forms::personal));

  private Forms() {}

  static List<Form> all() {
    return ALL;
  }

  private static Form form(IdentifierType type, double score, String expression, int group) {
    return checked(
        type, score, expression, group, type == TELEPHONE ? Forms::telephone : found -> true);
  }

  private static Form checked(
      IdentifierType type, double score, String expression, int group, Predicate<String> holds) {
    return new Form(
        type,
        Pattern.compile(expression, CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        group,
        score,
        holds,
        0);
  }

  private static long digits(String found) {
    return found.chars().filter(c -> c >= '0' && c <= '9').count();
  }

  private static boolean manyDigits(String found) {
    return digits(found) >= 4;
  }

  private static boolean twoDigits(String found) {
    return digits(found) >= 2;
  }

  private static boolean telephone(String found) {
    int cut = found.toLowerCase(java.util.Locale.ROOT).indexOf('x');
    String number = (cut < 0 ? found : found.substring(0, cut)).replaceAll("(?i)\\s*e$", "");
    long digits = digits(number);
    boolean grouped = number.strip().chars().anyMatch(c -> " ./-()".indexOf(c) >= 0);
    boolean international = found.startsWith("+") || found.startsWith("00");
    return digits >= 7
        && digits <= 15
        && (grouped || international || digits == 10 || digits == 11)
        && !Dates.looksLikeDate(found);
  }

  private static boolean personal(String handle) {
    return java.util.stream.Stream.of(
            "hosp",
            "health",
            "clinic",
            "med",
            "nhs",
            "care",
            "news",
            "user",
            "dental",
            "center",
            "gov",
            "official",
            "police",
            "support",
            "help",
            "cdc",
            "who")
        .noneMatch(handle.toLowerCase(java.util.Locale.ROOT)::contains);
  }
}
