package org.bedside.understanding.identifiers;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Elements of dates other than the year. A day and month, a month with a year, a day of the month
 * and a holiday count wherever they stand. A weekday counts only where it points at one day ({@code
 * last Tuesday}), since together with the time of publishing that is a date. {@code yesterday},
 * {@code two weeks ago} and times of day don't count: they are no date elements.
 */
final class Dates {

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String FULL_MONTH =
      "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
  private static final String MES =
      "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)";
  private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
  private static final String YEAR = "(?:(?:19|20)\\d\\d|'\\d\\d)";
  private static final String WEEKDAY =
      "(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo";
  private static final String TIME =
      "(?:[ T]{1,2}\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[ap]\\.?m\\.?)?)?";

  /** Those that hold a digit. */
  private static final List<Pattern> WITH_DIGITS =
      List.of(
          of(
              "(?<![\\d/.-])(?:19|20)\\d\\d[-/.](?:1[0-2]|0?[1-9])[-/.]"
                  + DAY
                  + TIME
                  + "(?![\\d-])"),
          of(
              "(?<![\\d/.$-])"
                  + DAY
                  + "[/.-]"
                  + DAY
                  + "[/.-](?:19|20)?\\d\\d"
                  + TIME
                  + "(?![\\d/-])"),
          of("(?<![\\d/.$])(?:1[0-2]|0?[1-9])/(?:19|20)\\d\\d(?![\\d/])"),
          of(
              "(?<=\\b(?:on|since|until|from|dated?|by|to|for|after|before|dob|was|el)"
                  + " )(?:1[0-2]|0?[1-9])/"
                  + DAY
                  + "(?![\\d/])(?! (?:stars|nurses|patients|of))"),
          of(
              "\\b(?:(?:"
                  + WEEKDAY
                  + "),? )?"
                  + MONTH
                  + "\\.? (?:the )?"
                  + DAY
                  + "(?:st|nd|rd|th)?\\b(?!:)(?:,? "
                  + YEAR
                  + ")?"
                  + TIME),
          of(
              "(?<![\\d.])"
                  + DAY
                  + "(?:st|nd|rd|th)?(?: of|-)? ?"
                  + MONTH
                  + "\\b\\.?(?:,? ?"
                  + YEAR
                  + ")?"),
          of("\\b" + MONTH + "\\.?,? (?:of )?" + YEAR + "\\b"),
          of("\\b" + DAY + "(?:ro)? de " + MES + "(?: (?:de|del) " + YEAR + ")?\\b"),
          of("\\b" + MES + " (?:de|del) " + YEAR + "\\b"),
          of(
              "(?<=\\b(?:on|since|by) )the (?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)\\b(?!"
                  + " (?:floor|time|day|visit|avenue|street|grade|percentile))"),
          of("\\b(?:dob|d\\.o\\.b\\.?|born|birthdate)[ :]{1,3}(?:on )?[\\d][\\d/.-]{3,9}\\d"));

  private static final List<Pattern> IN_WORDS =
      List.of(
          of(
              "(?<=\\b(?:in|since|last|late|early|mid|until|by|this past|end of|beginning of) )"
                  + FULL_MONTH
                  + "\\b(?! (?:be|not|have|i|we|you|they|he|she|it|on)\\b)"),
          of(
              "\\b(?:last|this past|past|next|on) (?:"
                  + WEEKDAY
                  + ")\\b(?:,? (?:the )?"
                  + DAY
                  + "(?:st|nd|rd|th))?"),
          of("\\b(?:el|este|pasado) (?:" + WEEKDAY + ")(?: pasado| " + DAY + ")?\\b"),
          of(
              "\\b(?:on|last|over|since|this past) (?:christmas(?: eve| day)?|thanksgiving(?:"
                  + " day)?|new year'?s(?: eve| day)?|easter(?: sunday)?|halloween|valentine'?s"
                  + " day|labor day|memorial day|independence day|the 4th of july|veterans"
                  + " day|mother'?s day|father'?s day)\\b"));

  private Dates() {}

  /** Those that a text without a digit can hold. */
  static List<Pattern> inWords() {
    return IN_WORDS;
  }

  /** Those that only a text with a digit can hold. */
  static List<Pattern> withDigits() {
    return WITH_DIGITS;
  }

  /** Whether a string of digits and separators reads as a date rather than a telephone number. */
  static boolean looksLikeDate(String digits) {
    return WITH_DIGITS.get(0).matcher(digits).matches()
        || WITH_DIGITS.get(1).matcher(digits).matches();
  }

  private static Pattern of(String expression) {
    return Pattern.compile(expression, CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
