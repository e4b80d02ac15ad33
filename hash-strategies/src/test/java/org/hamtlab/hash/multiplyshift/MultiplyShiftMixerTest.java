package org.hamtlab.hash.multiplyshift;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;
import org.junit.jupiter.api.Test;

class MultiplyShiftMixerTest extends HashMixerContract {
  private static final BigInteger WORDS = BigInteger.ONE.shiftLeft(Long.SIZE);

  @Override
  protected HashMixerProvider provider() {
    return new MultiplyShiftMixerProvider();
  }

  /** The published formula in whole numbers: (odd x mod 2^64) div 2^32. */
  @Override
  protected Map<Long, Long> knownAnswers() {
    BigInteger odd = new BigInteger(Long.toUnsignedString(new SplittableRandom(1).nextLong() | 1));
    Map<Long, Long> answers = new TreeMap<>();
    for (long input : new long[] {0, 1, 2, 42, 0xFFFF_FFFFL, Long.MAX_VALUE}) {
      answers.put(
          input, odd.multiply(BigInteger.valueOf(input)).mod(WORDS).shiftRight(32).longValue());
    }
    return answers;
  }

  @Test
  void everySeedDrawsAnotherFunction() {
    assertThat(new MultiplyShiftMixer(2, 64).mix(1))
        .isNotEqualTo(new MultiplyShiftMixer(3, 64).mix(1));
    assertThat(new MultiplyShiftMixer(2, 64).mix(1) & 1).isOne();
    assertThat(new MultiplyShiftMixer(2, 5).mix(-77)).isBetween(0L, 31L);
  }
}
