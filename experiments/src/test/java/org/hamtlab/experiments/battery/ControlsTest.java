package org.hamtlab.experiments.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A battery that passes a bad mixer is broken, and so is one that fails what others found good. */
class ControlsTest {

  private static Set<String> failing(Judgement judgement) {
    return judgement.outcomes().stream()
        .filter(outcome -> outcome.verdict() == Verdict.FAIL)
        .map(Outcome::test)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"identity", "java-spread", "supplemental", "crc32c", "multiply-shift{bits=64}"})
  void mixersWithoutAvalancheFailWhateverTheKeys(String mixer) {
    assertThat(failing(Installed.judge(mixer, 32)))
        .contains("M1", "M2", "M4", "K1 P2", "K3 P1", "K3 P2", "K3 P3", "K4 P1");
  }

  @Test
  void aConstantIsCaughtByEveryTestThatCanCatchIt() {
    assertThat(failing(Installed.judge("constant", 32)))
        .contains("M0", "M1", "M2", "M4")
        .contains("K1 P1", "K2 P1", "K3 P1", "K4 P1")
        .contains("K1 P3", "K2 P3", "K3 P3", "K4 P3")
        .contains("K1 P4", "K2 P4", "K3 P4", "K4 P4");
  }

  /** Bit i of a product depends on bits 0 to i alone, so strides of 2^k leave k low bits equal. */
  @Test
  void theLowBitsOfAProductAreBadAndTheHighOnesAreNot() {
    List<Outcome> lowest =
        Installed.judge("multiply-shift{bits=64}", 32).outcomes().stream()
            .filter(outcome -> outcome.keys().equals("stride 2^10"))
            .filter(outcome -> outcome.test().equals("K1 P1"))
            .toList();
    assertThat(lowest)
        .filteredOn(outcome -> outcome.detail().matches("low-first level [01] .*"))
        .hasSize(2)
        .allMatch(outcome -> outcome.verdict() == Verdict.FAIL);
    assertThat(Installed.judge("multiply-shift{bits=32}", 32).outcomes())
        .filteredOn(outcome -> outcome.test().equals("K1 P1"))
        .filteredOn(outcome -> outcome.detail().startsWith("high-first level 0 "))
        .isNotEmpty()
        .noneMatch(outcome -> outcome.verdict() == Verdict.FAIL);
  }

  /**
   * Every bit avalanches; but the first xorshift, by half the width, turns equal halves into zeros
   * and leaves of a difference in bits 15 and 31 the highest bit alone, which reaches few bits of
   * the output and no pair of them independently.
   */
  @Test
  void theFinaliserOfMurmur3HasItsKnownWeakSpotsAndNoOthers() {
    assertThat(failing(Installed.judge("murmur3-fmix32", 32)))
        .isEqualTo(Set.of("M2", "M4", "K3 P2", "K3 P3"));
    assertThat(Installed.judge("murmur3-fmix32", 32).outcomes())
        .filteredOn(outcome -> outcome.verdict() == Verdict.FAIL && outcome.test().startsWith("K"))
        .extracting(Outcome::keys)
        .containsOnly("16 bits repeated", "blocks of 0..7 and 128..135");
  }

  /** Two multiplications leave the highest bits' pairs; no keys of any kind betray it. */
  @Test
  void theFinaliserOfSplittableRandomFailsOnPairsAndDifferencesOfWordsAlone() {
    assertThat(failing(Installed.judge("stafford-mix13", 32))).isEmpty();
    assertThat(failing(Installed.judge("stafford-mix13", 64))).isEqualTo(Set.of("M2", "M4"));
  }

  @ParameterizedTest
  @CsvSource({"triple32,32", "mx3,64", "rapidhash-mum,64", "siphash-2-4,32", "siphash-1-3,64"})
  void mixersThatOthersFoundGoodPassEveryTest(String mixer, int bits) {
    assertThat(failing(Installed.judge(mixer, bits))).isEmpty();
  }

  @Test
  void onlyReadersOfContentTellStringsOfEqualHashCodeApart() {
    assertThat(collisions("murmur3-fmix32", "products of Aa and BB"))
        .isEqualTo(new Judgement.Collisions("products of Aa and BB", 4096, 4095, 4095));
    assertThat(collisions("siphash-1-3", "products of Aa and BB"))
        .isEqualTo(new Judgement.Collisions("products of Aa and BB", 4096, 0, 0));
  }

  private static Judgement.Collisions collisions(String mixer, String keys) {
    return Installed.judge(mixer, 32).collisions().stream()
        .filter(each -> each.keys().equals(keys))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void keysOfMixersAreTestedWhereThereAreAny() {
    assertThat(Keyed.outcomes(Installed.subject("triple32"), 32)).isEmpty();
    assertThat(Keyed.outcomes(Installed.subject("siphash-1-3"), 64))
        .extracting(Outcome::test, Outcome::verdict)
        .containsExactly(tuple("S1", Verdict.PASS), tuple("S2", Verdict.PASS));
  }
}
