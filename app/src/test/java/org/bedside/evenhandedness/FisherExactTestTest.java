package org.bedside.evenhandedness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherExactTestTest {

  /** What R's fisher.test and SciPy's fisher_exact give for tables of their manuals. */
  @ParameterizedTest
  @CsvSource({
    "3, 1, 1, 3, 0.4857142857142857",
    "1, 9, 11, 3, 0.0027594561852200836",
    "8, 2, 1, 5, 0.03496503496503495",
    "6, 2, 1, 4, 0.10256410256410257"
  })
  void theValueIsThatOfKnownTables(long a, long b, long c, long d, double p) {
    assertThat(FisherExactTest.twoSided(a, b, c, d)).isCloseTo(p, within(1e-12));
  }

  @Test
  void everySmallTableAgreesWithCountingAllTablesInWholeNumbers() {
    for (int a = 0; a <= 6; a++) {
      for (int b = 0; b <= 6; b++) {
        for (int c = 0; c <= 6; c++) {
          for (int d = 0; d <= 6; d++) {
            assertThat(FisherExactTest.twoSided(a, b, c, d))
                .as(a + " " + b + " " + c + " " + d)
                .isCloseTo(counted(a, b, c, d), within(1e-12));
          }
        }
      }
    }
  }

  @Test
  void turningTheTableAroundChangesNothing() {
    double p = FisherExactTest.twoSided(12, 88, 3, 197);

    assertThat(FisherExactTest.twoSided(3, 197, 12, 88)).isCloseTo(p, within(1e-14));
    assertThat(FisherExactTest.twoSided(88, 12, 197, 3)).isCloseTo(p, within(1e-14));
    assertThat(FisherExactTest.twoSided(12, 3, 88, 197)).isCloseTo(p, within(1e-14));
  }

  @Test
  void aMillionReviewsNeitherOverflowNorLoseTheValue() {
    assertThat(FisherExactTest.twoSided(1_000, 499_000, 1_000, 499_000)).isCloseTo(1, within(1e-9));
    assertThat(FisherExactTest.twoSided(1_200, 498_800, 1_000, 499_000)).isBetween(1e-6, 1e-4);
    assertThat(FisherExactTest.twoSided(250_000, 250_000, 10, 499_990)).isBetween(0.0, 1e-300);
  }

  @Test
  void anEmptyMarginIsNoSignOfAnything() {
    assertThat(FisherExactTest.twoSided(0, 0, 0, 0)).isEqualTo(1);
    assertThat(FisherExactTest.twoSided(0, 10, 0, 20)).isEqualTo(1);
    assertThat(FisherExactTest.twoSided(5, 5, 0, 0)).isEqualTo(1);
  }

  @Test
  void countsBelowNothingAreRefused() {
    assertThatThrownBy(() -> FisherExactTest.twoSided(-1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The definition: the share of arrangements in tables no likelier than the one seen. */
  private static double counted(int a, int b, int c, int d) {
    BigInteger seen = arrangements(a, b, c, d);
    BigInteger all = BigInteger.ZERO;
    BigInteger noLikelier = BigInteger.ZERO;
    for (int k = Math.max(0, a - d); k <= Math.min(a + b, a + c); k++) {
      BigInteger ways = arrangements(k, a + b - k, a + c - k, d - a + k);
      all = all.add(ways);
      noLikelier = ways.compareTo(seen) <= 0 ? noLikelier.add(ways) : noLikelier;
    }
    return new BigDecimal(noLikelier)
        .divide(new BigDecimal(all), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger arrangements(int a, int b, int c, int d) {
    return choose(a + b, a).multiply(choose(c + d, c));
  }

  private static BigInteger choose(int n, int k) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways;
  }
}
