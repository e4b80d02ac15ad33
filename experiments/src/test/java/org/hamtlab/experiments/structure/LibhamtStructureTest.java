package org.hamtlab.experiments.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.shape.Shape;
import org.hamtlab.testkit.ChosenKey;
import org.junit.jupiter.api.Test;

/**
 * {@code @libhamt} has the shape of libhamt's tries over decimal strings, whose bytes libhamt
 * hashes by murmur3-32 with seed 0; and not its faults.
 */
class LibhamtStructureTest {
  private static final int ROW_BYTES = 16;
  private static final HashFunction MURMUR = Hashing.murmur3_32_fixed(0);

  private static Shape shape(int keys) {
    try (Hamt<Object, Object> map = Hamt.of("@libhamt hash=identity")) {
      for (int number = 0; number < keys; number++) {
        String text = Integer.toString(number);
        int hash = MURMUR.hashString(text, StandardCharsets.US_ASCII).asInt();
        map.put(new ChosenKey(hash, number), number);
      }
      assertThat(map).hasSize(keys);
      return map.shape();
    }
  }

  /** There the root has depth 0 and a leaf the depth of its table. */
  @Test
  void hasItsDepths() {
    Shape shape = shape(100_000);

    assertThat(shape.meanLeafLevel() - 1).isCloseTo(3.046, within(0.0005));
    assertThat(shape.maxDepth() - 1).isEqualTo(6);
  }

  @Test
  void hasItsBytesAnEntry() {
    Shape shape = shape(1_000_000);

    double tablesAnEntry = (double) shape.internalNodes() / shape.entries();
    assertThat(ROW_BYTES * (1 + tablesAnEntry)).isCloseTo(20.9, within(0.05));
  }

  @Test
  void countsNothingWhenItRemovesAnAbsentKey() {
    try (Hamt<Object, Object> map = Hamt.of("@libhamt")) {
      map.put("present", 1);
      assertThat(map.remove("absent")).isNull();
      assertThat(map).hasSize(1);
    }
    PersistentHamt<Object, Object> version = PersistentHamt.of("@libhamt").put("present", 1);
    assertThat(version.remove("absent").size()).isEqualTo(1);
  }

  @Test
  void keepsEveryKeyUnderOneHash() {
    try (Hamt<Object, Object> map = Hamt.of("@libhamt hash=constant")) {
      for (int key = 0; key < 300; key++) {
        map.put(key, -key);
      }
      for (int key = 0; key < 300; key++) {
        assertThat(map.get(key)).isEqualTo(-key);
      }
      assertThat(map).hasSize(300);
    }
  }

  /** Hashes that agree in 30 bits, after which libhamt goes on with another hash, twice. */
  @Test
  void keepsKeysWhoseHashesAgreeInTheirLowBits() {
    try (Hamt<Object, Object> map = Hamt.of("@libhamt hash=identity")) {
      for (int number = 0; number < 64; number++) {
        map.put(new ChosenKey(5 | number << 30, number), number);
      }
      for (int number = 0; number < 64; number++) {
        assertThat(map.get(new ChosenKey(5 | number << 30, number))).isEqualTo(number);
      }
    }
  }
}
