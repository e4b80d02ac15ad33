package org.hamtlab.hash.tabulation;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class TabulationMixerTest extends HashMixerContract {
  @Override
  protected HashMixerProvider provider() {
    return new TabulationMixerProvider();
  }

  /** Byte t of value v selects word 256 t + v of what the generator of seed 1 gives. */
  @Override
  protected Map<Long, Long> knownAnswers() {
    long[] words = new SplittableRandom(1).longs(8 * 256).toArray();
    Map<Long, Long> answers = new TreeMap<>();
    long zeros = 0;
    for (int table = 0; table < 8; table++) {
      zeros ^= words[256 * table];
    }
    answers.put(0L, zeros);
    for (int table = 0; table < 8; table++) {
      for (int value : new int[] {1, 97, 255}) {
        long changed = words[256 * table] ^ words[256 * table + value];
        answers.put((long) value << 8 * table, zeros ^ changed);
      }
    }
    return answers;
  }
}
