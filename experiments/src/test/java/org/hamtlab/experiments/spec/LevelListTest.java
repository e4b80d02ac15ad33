package org.hamtlab.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hamtlab.config.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "identity, murmur3-fmix32 | identity murmur3-fmix32",
        "3..6 | 3 4 5 6",
        "0..10 by 4 | 0 4 8",
        "16..4096 by x4 | 16 64 256 1024 4096",
        "2^16, 2^18 | 65536 262144",
        "2^4..2^6 by octave | 16 32 64",
        "1k..8k by half-octave | 1000 1414 2000 2828 4000 5657 8000",
        "pool{slots=16,parent=gc}, arena | pool{slots=16,parent=gc} arena",
        "5, 4..6 | 5 4 6",
        "-2..1 | -2 -1 0 1",
        "9007199254740993..9007199254740995 | "
            + "9007199254740993 9007199254740994 9007199254740995",
        "1350851717672992089..9223372036854775807 by x3 | 1350851717672992089 4052555153018976267",
        "64Ki | 64Ki"
      })
  void expandsRangesAndPowersAndKeepsWords(String list, String levels) {
    assertThat(LevelList.of(list)).containsExactly(levels.split(" "));
  }

  @Test
  void expandsTheBracesOfKeySets() {
    assertThat(LevelList.keys("shuffled:{1000..2000 by half-octave}, strided:{10,20}:8@3, classes"))
        .containsExactly(
            "shuffled:1000",
            "shuffled:1414",
            "shuffled:2000",
            "strided:10:8@3",
            "strided:20:8@3",
            "classes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6..3 | ascends",
        "1..2 by x1 | factor of 2",
        "1..9 by 0 | step above 0",
        "a..b | LOW..HIGH",
        "1, , 2 | both sides of every comma",
        "1..9999999 | at most 10000",
        "2^70..2^71 by octave | 63 bits"
      })
  void refusesWhatIsNoList(String list, String rule) {
    assertThatThrownBy(() -> LevelList.of(list))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(rule);
  }
}
