package org.hamtlab.hash.stafford;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.testkit.HashMixerContract;

class StaffordMix13MixerTest extends HashMixerContract {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  @Override
  protected HashMixerProvider provider() {
    return new StaffordMix13MixerProvider();
  }

  /** The generator's first output is the mix of its seed plus the golden gamma. */
  @Override
  protected Map<Long, Long> knownAnswers() {
    Map<Long, Long> answers = new TreeMap<>();
    for (long seed = 0; seed < 64; seed++) {
      answers.put(seed + GOLDEN_GAMMA, new SplittableRandom(seed).nextLong());
    }
    return answers;
  }
}
