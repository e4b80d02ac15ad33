package org.hamtlab.experiments.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hamtlab.map.Hamt;
import org.hamtlab.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of the battery, each beside what it must equal. */
class StatisticsTest {

  @Test
  void surpriseIsTheBinaryLogarithmOfTables() {
    assertThat(Bits.of(0.25)).isEqualTo(2);
    assertThat(Bits.of(0)).isEqualTo(Bits.MOST);
    assertThat(Bits.normal(1.959964)).isCloseTo(Math.log(20) / Math.log(2), within(1e-5));
    assertThat(Bits.normal(-6)).isCloseTo(28.9, within(0.1));
    assertThat(Bits.chiSquareAbove(7.8147, 3)).isCloseTo(4.3219, within(1e-3));
    assertThat(Bits.binomial(64, 64, 0.5)).isCloseTo(63, within(1e-6));
    assertThat(Bits.binomial(32, 64, 0.5)).isZero();
    assertThat(Bits.poisson(0, 16 * Math.log(2))).isCloseTo(15, within(1e-9));
    assertThat(Bits.poisson(0, 0)).isZero();
    assertThat(Bits.poisson(1, 0)).isEqualTo(Bits.MOST);
  }

  @Test
  void theMostSurprisingOfManyIsLessSurprising() {
    assertThat(Bits.ofMany(1, 2)).isCloseTo(Bits.of(0.75), within(1e-9));
    assertThat(Bits.ofMany(60, 1024)).isCloseTo(50, within(1e-6));
    assertThat(Bits.ofMany(30, 1024)).isCloseTo(20, within(1e-3));
    assertThat(Bits.ofMany(0, 10)).isZero();
  }

  @Test
  void transposingSwapsRowsAndColumns() {
    long[] words = new SplittableRandom(3).longs(64).toArray();
    long[] columns = words.clone();
    BitMatrix.transpose(columns);
    for (int row = 0; row < 64; row++) {
      for (int column = 0; column < 64; column++) {
        assertThat(columns[column] >>> row & 1).isEqualTo(words[row] >>> column & 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 300, 5_000})
  void theOutlineIsTheShapeOfARealTrie(int entries) {
    SplittableRandom random = new SplittableRandom(entries);
    int[] codes = random.ints(entries, 0, 20_000).map(code -> code * 7919).distinct().toArray();
    for (String order : new String[] {"low-first", "high-first"}) {
      boolean isHigh = order.equals("high-first");
      long[] sorted =
          Arrays.stream(codes)
              .mapToLong(code -> isHigh ? (long) code << 32 : Long.reverse(code & 0xFFFF_FFFFL))
              .sorted()
              .toArray();
      TrieOutline outline = TrieOutline.of(sorted, 5);
      try (Hamt<Integer, Integer> map =
          Hamt.of("hash=identity layout=champ{bit-order=" + order + "} allocator=gc")) {
        Arrays.stream(codes).forEach(code -> map.put(code, code));
        Shape shape = map.shape();
        assertThat(outline.entries()).isEqualTo(codes.length);
        assertThat(Math.max(1, outline.internalNodes())).isEqualTo(shape.internalNodes());
        assertThat(outline.meanLeafLevel())
            .isCloseTo(shape.meanLeafLevel(), within(entries == 1 ? 1 : 1e-9));
        assertThat(outline.maxParting() + 1).isEqualTo(shape.maxDepth());
      }
    }
  }

  @Test
  void widthsAreFoundByTrial() {
    assertThat(Installed.subject("identity").bits()).isEqualTo(64);
    assertThat(Installed.subject("mojo-ahash").bits()).isEqualTo(64);
    assertThat(Installed.subject("crc32c").bits()).isEqualTo(32);
    assertThat(Installed.subject("constant").bits()).isEqualTo(32);
    assertThat(Installed.subject("multiply-shift{bits=64}").bits()).isEqualTo(64);
    assertThat(Installed.subject("multiply-shift").bits()).isEqualTo(32);
  }

  @Test
  void setsOfKeysHaveTheSizesOfTheMethod() {
    assertThat(KeySets.of(32))
        .filteredOn(keys -> keys.family().equals("K2"))
        .singleElement()
        .satisfies(keys -> assertThat(keys.size()).isEqualTo(5_489));
    assertThat(KeySets.of(64))
        .filteredOn(keys -> keys.family().equals("K2"))
        .singleElement()
        .satisfies(keys -> assertThat(keys.size()).isEqualTo(43_745));
    assertThat(KeySets.of(32))
        .filteredOn(keys -> keys.family().equals("K1"))
        .hasSizeGreaterThan(20)
        .allSatisfy(keys -> assertThat(keys.size()).as(keys.name()).isEqualTo(1 << 16));
  }
}
