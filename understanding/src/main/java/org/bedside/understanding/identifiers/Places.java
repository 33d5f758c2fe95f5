package org.bedside.understanding.identifiers;

import java.util.List;
import java.util.regex.Pattern;

/** Addresses, postal codes and counties: what is smaller than a state. */
final class Places {

  private static final String STATES =
      "(?:AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY)";
  private static final String STREET =
      "(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|pl|highway|hwy|parkway|pkwy|circle|cir|terrace|trail|square|loop|turnpike|row|crescent)";

  /** Those that hold a digit. */
  private static final List<Pattern> WITH_DIGITS =
      List.of(
          of(
              "(?<![\\w$.-])\\d{1,6}[a-z]?,? (?:[nsew]\\.? |north |south |east |west"
                  + " )?(?:[\\p{L}\\d'.-]{1,25} ){1,4}?"
                  + STREET
                  + "\\b\\.?(?:,? (?:apt|apartment|suite|ste|unit|#)\\.? ?[\\w-]{1,8})?"),
          of("\\b(?:p\\.? ?o\\.? box|apartado) \\d{1,8}\\b"),
          of("(?<![\\w-])(?:apt|apartment|suite)\\.? #?\\d[\\w-]{0,6}\\b"),
          of(
              "(?<=\\b(?:zip|zipcode|zip code|postal code|c[oó]digo postal)[ :]{1,3}(?:is |code"
                  + " ){0,1})\\d{5}(?:-\\d{4})?\\b"),
          exact("(?<=\\b" + STATES + ",? )\\d{5}(?:-\\d{4})?\\b"),
          of(
              "(?:calle|avenida|av\\.) (?:[\\p{L}'.-]{1,20} ){0,3}[\\p{L}'.-]{1,20},? (?:#|no\\.?"
                  + " |n[uú]mero )?\\d{1,5}\\b"),
          of(
              "\\b(?:rue|via|viale|strada|piazza|plaza|rua) (?:[\\p{L}'.-]{1,20}"
                  + " ){0,3}[\\p{L}'.-]{1,20},? \\d{1,5}\\b"),
          exact("\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b"));

  private static final List<Pattern> IN_WORDS =
      List.of(
          exact(
              "\\b\\p{Lu}[\\p{L}'.-]{1,20}(?: \\p{Lu}[\\p{L}'.-]{1,20}){0,2}(?=, ?"
                  + STATES
                  + "\\b)"),
          exact(
              "\\b\\p{Lu}[\\p{L}'.-]{1,20}(?: \\p{Lu}[\\p{L}'.-]{1,20}){0,1}"
                  + " (?:County|Parish|Township|Borough)\\b(?!"
                  + " (?:Hospital|General|Medical|Health|Clinic|Memorial))"));

  private Places() {}

  /** Those that a text without a digit can hold. */
  static List<Pattern> inWords() {
    return IN_WORDS;
  }

  /** Those that only a text with a digit can hold. */
  static List<Pattern> withDigits() {
    return WITH_DIGITS;
  }

  private static Pattern of(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Pattern exact(String expression) {
    return Pattern.compile(expression);
  }
}
