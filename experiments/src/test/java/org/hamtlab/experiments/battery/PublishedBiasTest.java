package org.hamtlab.experiments.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hamtlab.spi.HashMixer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The avalanche bias that hash-prospector (skeeto/hash-prospector, README.md and its libraries)
 * publishes of 32-bit finalisers: the root of the mean square of 2p − 1, where p is the share of
 * all hashes for which an input bit flips an output bit, times a thousand. Sampling adds one over
 * the number of keys to the mean square.
 */
class PublishedBiasTest {
  private static final int KEYS = 1 << 23;
  private static final int CELLS = 32 * 32;

  @ParameterizedTest
  @CsvSource({
    "murmur3-fmix32, 0.26398543281818287",
    "lowbias32, 0.17353355999581582",
    "triple32, 0.020888578919738908",
  })
  void isMeasuredHere(String mixer, double published) {
    double noise = 1.0 / KEYS;
    double squares = meanSquare(Installed.subject(mixer).mixer()) - noise;

    assertThat(squares)
        .isCloseTo(Math.pow(published / 1000, 2), within(4 * noise * Math.sqrt(2.0 / CELLS)));
  }

  private static double meanSquare(HashMixer mixer) {
    double sum = 0;
    for (int input = 0; input < 32; input++) {
      for (int flips : flips(mixer, input)) {
        double distance = 2.0 * flips / KEYS - 1;
        sum += distance * distance;
      }
    }
    return sum / CELLS;
  }

  private static int[] flips(HashMixer mixer, int input) {
    SplittableRandom random = new SplittableRandom(input);
    int[] flips = new int[32];
    long[] block = new long[64];
    for (int key = 0; key < KEYS; key += block.length) {
      for (int at = 0; at < block.length; at++) {
        long hash = random.nextInt() & 0xFFFF_FFFFL;
        block[at] = mixer.mix(hash) ^ mixer.mix(hash ^ 1L << input);
      }
      BitMatrix.transpose(block);
      for (int out = 0; out < 32; out++) {
        flips[out] += Long.bitCount(block[out]);
      }
    }
    return flips;
  }
}
