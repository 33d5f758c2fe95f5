package org.bedside.understanding.identifiers;

import java.util.Locale;

/** Check digits. */
final class Checksums {

  private static final String VIN_VALUES = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

  private Checksums() {}

  /** ISO/IEC 7812: card numbers. */
  static boolean luhn(String number) {
    int sum = 0;
    boolean twice = false;
    for (int i = number.length() - 1; i >= 0; i--) {
      int digit = Character.digit(number.charAt(i), 10);
      if (digit < 0) {
        continue;
      }
      int part = twice ? digit * 2 : digit;
      sum += part > 9 ? part - 9 : part;
      twice = !twice;
    }
    return sum % 10 == 0;
  }

  /**
   * ISO 13616: a country, two check digits, at most 34 places; a wrong check is still an account.
   */
  static boolean iban(String found) {
    String plain = found.replace(" ", "").toUpperCase(Locale.ROOT);
    long digits = plain.chars().filter(Character::isDigit).count();
    return plain.length() >= 15 && plain.length() <= 34 && digits >= 10;
  }

  /** ISO 3779 with the North American check digit. */
  static boolean vin(String found) {
    String vin = found.toUpperCase(Locale.ROOT);
    int sum = 0;
    for (int i = 0; i < vin.length(); i++) {
      int index = VIN_VALUES.indexOf(vin.charAt(i));
      if (index < 0 || i >= VIN_WEIGHTS.length) {
        return false;
      }
      sum += index % 10 * VIN_WEIGHTS[i];
    }
    char check = sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
    return vin.charAt(8) == check || vin.chars().filter(Character::isDigit).count() >= 6;
  }
}
