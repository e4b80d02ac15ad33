package org.hamtlab.experiments.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hamtlab.config.LongParameter;
import org.hamtlab.spi.ContentMixer;
import org.hamtlab.spi.HashMixer;

/**
 * S1 and S2, for mixers with a parameter {@code secret} or {@code seed}: whether each bit of the
 * key flips half of the output's bits, and whether keys that collide under one secret do so under
 * another, as a flood of keys found by trial would need.
 *
 * <p><b>Source.</b> S1: the seed avalanche of smhasher3 (fwojcik/smhasher3,
 * tests/SeedAvalancheTest.cpp). S2: Scott Crosby and Dan Wallach, Denial of Service via Algorithmic
 * Complexity Attacks, 2003.
 */
final class Keyed {
  private static final int SECRETS = 64;
  private static final int INPUTS = 64;
  private static final int TRIED = 1 << 18;
  private static final int WINDOW = 8;

  private final Subject subject;
  private final LongParameter key;
  private final int bits;

  private Keyed(Subject subject, LongParameter key, int bits) {
    this.subject = subject;
    this.key = key;
    this.bits = bits;
  }

  /** The results; none for a mixer without a key. */
  static List<Outcome> outcomes(Subject subject, int bits) {
    return subject
        .key()
        .map(key -> new Keyed(subject, key, bits))
        .map(keyed -> List.of(keyed.avalanche(), keyed.flooding()))
        .orElse(List.of());
  }

  private Outcome avalanche() {
    SplittableRandom random = new SplittableRandom(51);
    int trials = SECRETS * INPUTS;
    double worst = 0;
    long[] inputs = new long[SECRETS * INPUTS];
    long[] secrets = random.longs(SECRETS).toArray();
    List<HashMixer> mixers = new ArrayList<>();
    for (long secret : secrets) {
      mixers.add(subject.keyed(key, secret));
    }
    Arrays.setAll(inputs, at -> random.nextLong() >>> -bits);
    for (int bit = 0; bit < Long.SIZE; bit++) {
      int[] flips = new int[bits];
      for (int secret = 0; secret < SECRETS; secret++) {
        HashMixer flipped = subject.keyed(key, secrets[secret] ^ 1L << bit);
        for (int at = secret * INPUTS; at < (secret + 1) * INPUTS; at++) {
          count(mixers.get(secret).mix(inputs[at]) ^ flipped.mix(inputs[at]), flips);
        }
      }
      for (int count : flips) {
        worst = Math.max(worst, Math.abs(2.0 * count - trials) / Math.sqrt(trials));
      }
    }
    return Outcome.of(
        "S1",
        "bits of " + key.name(),
        "largest z",
        trials,
        worst,
        Bits.ofMany(Bits.normal(worst), (double) Long.SIZE * bits));
  }

  private static void count(long flipped, int[] flips) {
    for (int out = 0; out < flips.length; out++) {
      flips[out] += (int) (flipped >>> out & 1);
    }
  }

  /** Pairs that stay together: keys of one bucket under one secret, dealt out under another. */
  private Outcome flooding() {
    HashMixer known = subject.keyed(key, 1_000_001);
    HashMixer secret = subject.keyed(key, 2_000_003);
    long[] flood =
        IntStream.range(0, TRIED)
            .filter(number -> bucket(known, number) == 0)
            .mapToLong(number -> bucket(secret, number))
            .sorted()
            .map(bucket -> bucket << -WINDOW)
            .toArray();
    long pairs = Prefixes.pairs(flood, WINDOW);
    double expected = Prefixes.expectedPairs(flood.length, WINDOW);
    return new Outcome(
        "S2",
        "found under another " + key.name(),
        "pairs in " + WINDOW + " bits",
        flood.length,
        pairs,
        Bits.poisson(pairs, expected),
        pairs < expected);
  }

  private long bucket(HashMixer mixer, int number) {
    long hash =
        mixer instanceof ContentMixer reader
            ? reader.hash("key " + number, 0)
            : mixer.mix(number & 0xFFFF_FFFFL);
    return hash & (1 << WINDOW) - 1;
  }
}
