package org.hamtlab.experiments.battery;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hamtlab.spi.InvertibleMixer;

/**
 * M0: whether a mixer that says it is one-to-one undoes what it did, and whether it tells hashes
 * apart. The verification value pins its outputs: it changes when one of 64 answers does.
 *
 * <p><b>Source.</b> The verification value is an idea of Austin Appleby's smhasher; this one is the
 * hash code of the answers, folded by the multiplication of a list's.
 */
final class RoundTrips {
  private static final int KEYS = 1 << 22;
  private static final int ANSWERS = 64;

  private RoundTrips() {}

  static long verification(Subject subject) {
    SplittableRandom random = new SplittableRandom(ANSWERS);
    long value = 0;
    for (int answer = 0; answer < ANSWERS; answer++) {
      long hash = answer % 2 == 0 ? answer / 2 : random.nextLong();
      value = value * 0x9e3779b97f4a7c15L + subject.mixer().mix(hash);
    }
    return value;
  }

  static List<Outcome> outcomes(Subject subject) {
    return subject.mixer() instanceof InvertibleMixer mixer
        ? List.of(undone(mixer))
        : List.of(apart(subject));
  }

  private static Outcome undone(InvertibleMixer mixer) {
    SplittableRandom random = new SplittableRandom(22);
    long faults = 0;
    for (int key = 0; key < KEYS; key++) {
      long hash = (key % 2 == 0 ? key / 2 : random.nextLong()) >>> -mixer.bits();
      faults += mixer.unmix(mixer.mix(hash)) == hash ? 0 : 1;
      faults += mixer.mix(mixer.unmix(hash)) == hash ? 0 : 1;
    }
    return Outcome.exact("M0", mixer.bits() + " bits", "not undone", KEYS, faults);
  }

  /** Equal outputs of random hash codes, for mixers that do not say that they are one-to-one. */
  private static Outcome apart(Subject subject) {
    int bits = subject.bits();
    long[] mixed =
        new SplittableRandom(22)
            .ints(KEYS / 4)
            .distinct()
            .mapToLong(code -> subject.mixer().mix(code & 0xFFFF_FFFFL) << -bits)
            .toArray();
    Arrays.sort(mixed);
    long equal = Prefixes.pairs(mixed, bits);
    double expected = Prefixes.expectedPairs(mixed.length, bits);
    return new Outcome(
        "M0",
        "random hash codes",
        "equal outputs",
        mixed.length,
        equal,
        Bits.poisson(equal, expected),
        equal < expected);
  }
}
