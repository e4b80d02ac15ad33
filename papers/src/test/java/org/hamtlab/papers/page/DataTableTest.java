package org.hamtlab.papers.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"1,234", "−0.5", "97.2 %", "64 KiB", "1.2 [1.0, 1.4]", "6×", "–", "Infinity"})
  void alignsNumbersWithIntervalsAndUnits(String cell) {
    assertThat(DataTable.of("Counted", "value").row(cell).html())
        .contains("<td class=\"number\">" + cell + "</td>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"16-way is the sweet spot", "10,000 entries as published", "K1", "1.2 [1.0; 2]"})
  void takesTextThatBeginsWithANumberForText(String cell) {
    assertThat(DataTable.of("Said", "value").row(cell).html()).contains("<td>" + cell + "</td>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>key", "a & \"b\""})
  void leavesTextText(String cell) {
    assertThat(DataTable.of(cell, cell).row(cell).html()).doesNotContain(cell);
  }
}
