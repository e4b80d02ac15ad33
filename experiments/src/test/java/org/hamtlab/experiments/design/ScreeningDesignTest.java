package org.hamtlab.experiments.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScreeningDesignTest {

  static IntStream factorsOfResolutionFour() {
    return IntStream.rangeClosed(1, 11);
  }

  static IntStream factorsOfResolutionThree() {
    return IntStream.rangeClosed(1, ScreeningDesign.MOST_FACTORS);
  }

  @ParameterizedTest
  @MethodSource("factorsOfResolutionFour")
  void isOrthogonalAndKeepsMainEffectsClearOfPairs(int factors) {
    ScreeningDesign design = ScreeningDesign.of(factors, 4).orElseThrow();
    assertOrthogonal(design, factors);
    assertThat(new Aliasing(design.rows(), names(factors)).resolution()).isEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("factorsOfResolutionThree")
  void isOrthogonalInFewRuns(int factors) {
    ScreeningDesign design = ScreeningDesign.of(factors, 3).orElseThrow();
    assertOrthogonal(design, factors);
    assertThat(design.rows()).hasSizeLessThanOrEqualTo(factors + 8);
  }

  @Test
  void saysWhatTheHalfFractionOfFourAliases() {
    ScreeningDesign design = ScreeningDesign.of(4, 4).orElseThrow();
    assertThat(design.name()).isEqualTo("2^(4-1)");
    assertThat(design.rows()).hasSize(8);
    // D = ABC, so AB = CD, AC = BD, AD = BC.
    assertThat(new Aliasing(design.rows(), List.of("A", "B", "C", "D")).sentences())
        .containsExactly("A × B with C × D", "A × C with B × D", "A × D with B × C");
  }

  @Test
  void saysWhatTheHalfFractionOfThreeAliases() {
    ScreeningDesign design = ScreeningDesign.of(3, 3).orElseThrow();
    assertThat(new Aliasing(design.rows(), List.of("A", "B", "C")).sentences())
        .containsExactly("A with B × C", "B with A × C", "C with A × B");
  }

  @Test
  void aliasesOfPlackettAndBurmanAreInPart() {
    ScreeningDesign design = ScreeningDesign.of(11, 3).orElseThrow();
    assertThat(design.rows()).hasSize(12);
    // Each main effect is correlated by a third with every pair of two other factors.
    assertThat(new Aliasing(design.rows(), names(11)).sentences())
        .hasSize(11)
        .allMatch(sentence -> sentence.contains(", by 0.33, with"))
        .allMatch(sentence -> sentence.split("×").length == 46);
  }

  @Test
  void untabulatedDesignsAreNotInvented() {
    assertThat(ScreeningDesign.of(12, 4)).isEmpty();
    assertThat(ScreeningDesign.of(24, 3)).isEmpty();
  }

  private static void assertOrthogonal(ScreeningDesign design, int factors) {
    assertThat(design.rows().getFirst()).containsOnly(1);
    for (int i = 0; i < factors; i++) {
      for (int j = -1; j < i; j++) {
        int sum = 0;
        for (int[] row : design.rows()) {
          sum += row[i] * (j < 0 ? 1 : row[j]);
        }
        assertThat(sum).as("columns %d and %d of %s", i, j, design.name()).isZero();
      }
    }
  }

  private static List<String> names(int factors) {
    return IntStream.range(0, factors).mapToObj(i -> "f" + i).toList();
  }
}
