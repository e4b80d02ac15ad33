package org.hamtlab.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.hamtlab.hash.clojuremurmur3.ClojureMurmur3Mixer;
import org.hamtlab.hash.crc32c.Crc32cMixer;
import org.hamtlab.hash.splitmix.SplitMix64Mixer;
import org.hamtlab.hash.stafford.StaffordMix04Mixer;
import org.junit.jupiter.api.Test;

/** Mixers beside implementations by others: Guava's, and those of the JDK. */
class ReferenceTest {
  private static LongStream numbers() {
    return LongStream.concat(
        LongStream.range(1, 1000), new SplittableRandom(7).longs(10_000).filter(hash -> hash != 0));
  }

  private static void agree(LongUnaryOperator mixer, LongUnaryOperator reference) {
    numbers()
        .forEach(hash ->
            assertThat(mixer.applyAsLong(hash))
                .as("%x", hash)
                .isEqualTo(reference.applyAsLong(hash)));
  }

  @Test
  void crc32cIsGuavas() {
    agree(new Crc32cMixer()::mix, hash -> Hashing.crc32c().hashLong(hash).asInt() & 0xFFFF_FFFFL);
  }

  @Test
  void clojuresMurmur3IsGuavasButForZero() {
    HashFunction guava = Hashing.murmur3_32_fixed();
    agree(new ClojureMurmur3Mixer(true)::mix, hash -> guava.hashLong(hash).asInt() & 0xFFFF_FFFFL);
    LongUnaryOperator ofInt =
        hash -> (int) hash == 0 ? 0 : guava.hashInt((int) hash).asInt() & 0xFFFF_FFFFL;
    agree(new ClojureMurmur3Mixer(false)::mix, ofInt);
    assertThat(new ClojureMurmur3Mixer(true).mix(0)).isZero();
    assertThat(new ClojureMurmur3Mixer(false).mix(0)).isZero();
  }

  @Test
  void splitMix64IsTheFirstOutputOfTheGenerator() {
    agree(new SplitMix64Mixer()::mix, seed -> new SplittableRandom(seed).nextLong());
  }

  /** The generator hands out the high half of variant 4, before its last shift. */
  @Test
  void mix04IsThatOfTheGeneratorsInts() {
    agree(
        seed -> new StaffordMix04Mixer().mix(seed + 0x9e3779b97f4a7c15L) >> Integer.SIZE,
        seed -> new SplittableRandom(seed).nextInt());
  }
}
