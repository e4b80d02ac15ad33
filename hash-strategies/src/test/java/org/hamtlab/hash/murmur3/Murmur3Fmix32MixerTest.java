package org.hamtlab.hash.murmur3;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import java.util.SplittableRandom;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;
import org.junit.jupiter.api.Test;

class Murmur3Fmix32MixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new Murmur3Fmix32MixerProvider();
  }

  @Override
  protected Map<Long, Long> knownAnswers() {
    return Map.of(0L, 0L, 1L, 0x514E28B7L, 2L, 0x30F4C306L, 0xFFFFFFFFL, 0x81F16F39L);
  }

  @Test
  void isUndoneByItsInverse() {
    HashMixer mixer = new Murmur3Fmix32Mixer();
    SplittableRandom random = new SplittableRandom(1);
    for (int input = 0; input < 100_000; input++) {
      int hash = random.nextInt();

      assertThat(inverse((int) mixer.mix(hash & 0xFFFF_FFFFL))).isEqualTo(hash);
    }
  }

  /** The steps of the finaliser undone in reverse, from the published constants. */
  private static int inverse(int mixed) {
    int undone = mixed ^ mixed >>> 16;
    undone *= inverseOf(0xc2b2ae35L);
    undone ^= undone >>> 13 ^ undone >>> 26;
    undone *= inverseOf(0x85ebca6bL);
    return undone ^ undone >>> 16;
  }

  private static int inverseOf(long odd) {
    return BigInteger.valueOf(odd).modInverse(BigInteger.ONE.shiftLeft(Integer.SIZE)).intValue();
  }
}
