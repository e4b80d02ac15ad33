package org.hamtlab.papers.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.4   | 1,234",
        "12.345   | 12.3",
        "1        | 1.00",
        "0.5      | 0.500",
        "0.0999   | 0.0999",
        "0.000432 | 0.000432",
        "-0.25    | -0.250",
        "0        | 0"
      })
  void showsThreeDigitsThatSaySomething(double value, String text) {
    assertThat(Interval.digits(value)).isEqualTo(text);
  }
}
