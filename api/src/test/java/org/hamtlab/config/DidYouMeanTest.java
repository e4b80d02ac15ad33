package org.hamtlab.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DidYouMeanTest {
  private static final List<String> KNOWN =
      List.of(
          "arena", "freelist", "gc", "malloc", "pool", "acme.slab", "lazy-expansion", "measuring");

  @ParameterizedTest
  @CsvSource({
    "pol, pool",
    "POOL, pool",
    "opol, pool",
    "free-list, freelist",
    "mallok, malloc",
    "g, ",
    "cg, gc",
    "slab, acme.slab",
    "lazy, lazy-expansion",
    "measure, measuring",
    "meat, ",
    "quota, ",
    "x, ",
    "'', "
  })
  void suggestsWhatIsNearAndNothingElse(String typed, String meant) {
    assertThat(DidYouMean.nearest(typed, KNOWN).orElse(null)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"'', '', 0", "kitten, sitting, 3", "ab, ba, 1", "abc, '', 3", "pool, pool, 0"})
  void countsEdits(String left, String right, int edits) {
    assertThat(DidYouMean.distance(left, right)).isEqualTo(edits);
    assertThat(DidYouMean.distance(right, left)).isEqualTo(edits);
  }

  @Test
  void asksAQuestionOnlyIfThereIsAnAnswer() {
    assertThat(DidYouMean.sentence("arna", KNOWN)).isEqualTo(" Did you mean 'arena'?");
    assertThat(DidYouMean.sentence("zzzz", KNOWN)).isEmpty();
  }
}
