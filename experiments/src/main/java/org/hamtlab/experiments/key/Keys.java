package org.hamtlab.experiments.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.hamtlab.config.ConfigurationException;

/** Makes the keys that a {@link KeySpec} stands for. Equal specs give equal keys on one JDK. */
public final class Keys {
  private Keys() {}

  /** The keys of a phrase, in the order in which they are put. */
  public static List<Object> of(String phrase) {
    return of(KeySpec.parse(phrase));
  }

  /** The keys of a spec, in the order in which they are put. */
  public static List<Object> of(KeySpec spec) {
    List<Object> keys =
        switch (spec.kind()) {
          case SEQUENTIAL -> counted(spec, index -> index);
          case SHUFFLED -> shuffled(counted(spec, index -> index), spec.seed());
          case RANDOM -> random(spec);
          case STRIDED -> counted(spec, index -> index * spec.argument(1));
          case ZIPF -> zipf(spec);
          case UUID -> uuids(spec);
          case COLLIDING -> colliding(spec);
          case WORDS -> some(spec, JdkNames.words());
          case CLASSES -> some(spec, JdkNames.classes());
          case FILE -> new ArrayList<Object>(KeyFile.lines(spec.arguments().get(0)));
        };
    KeyLabel.require(spec, keys);
    return keys;
  }

  private static List<Object> counted(KeySpec spec, LongFunction<Object> key) {
    return new ArrayList<>(LongStream.range(0, spec.count()).mapToObj(key).toList());
  }

  private static List<Object> shuffled(List<Object> keys, long seed) {
    Collections.shuffle(keys, new Random(seed));
    return keys;
  }

  private static List<Object> random(KeySpec spec) {
    SplittableRandom random = new SplittableRandom(spec.seed());
    Set<Object> keys = new LinkedHashSet<>();
    while (keys.size() < spec.count()) {
      keys.add(random.nextLong());
    }
    return new ArrayList<>(keys);
  }

  /** Ranks by inversion of the cumulative distribution. */
  private static List<Object> zipf(KeySpec spec) {
    int count = spec.count();
    double[] cumulative = new double[count];
    double sum = 0;
    for (int rank = 0; rank < count; rank++) {
      sum += Math.pow(rank + 1.0, -spec.exponent());
      cumulative[rank] = sum;
    }
    SplittableRandom random = new SplittableRandom(spec.seed());
    List<Object> keys = new ArrayList<>(count);
    for (int draw = 0; draw < count; draw++) {
      int found = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
      keys.add((long) Math.min(count - 1, found < 0 ? -found - 1 : found));
    }
    return keys;
  }

  private static List<Object> uuids(KeySpec spec) {
    SplittableRandom random = new SplittableRandom(spec.seed());
    Set<Object> keys = new LinkedHashSet<>();
    while (keys.size() < spec.count()) {
      long high = random.nextLong() & ~0xF000L | 0x4000L;
      long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
      keys.add(new UUID(high, low));
    }
    return new ArrayList<>(keys);
  }

  private static List<Object> colliding(KeySpec spec) {
    int bits = (int) spec.argument(1);
    long codes = 1L << 32 - bits;
    int low =
        (int) (new SplittableRandom(spec.seed()).nextInt() & (bits == 32 ? -1 : (1L << bits) - 1));
    List<Object> keys = new ArrayList<>(spec.count());
    for (int number = 0; number < spec.count(); number++) {
      int high = bits == 32 ? 0 : (int) (number % codes << bits);
      keys.add(new CollidingKey(high | low, number));
    }
    return keys;
  }

  private static List<Object> some(KeySpec spec, List<String> all) {
    List<Object> keys = new ArrayList<>(all);
    if (spec.seed() != 1) {
      shuffled(keys, spec.seed());
    }
    if (spec.count() > keys.size()) {
      throw new ConfigurationException(
          "keys: '" + spec + "' (expected at most " + keys.size() + ", which this JDK has).");
    }
    return spec.count() == 0 ? keys : new ArrayList<>(keys.subList(0, spec.count()));
  }

  /** A key with a hash code of its own. */
  record CollidingKey(int code, int number) {
    @Override
    public int hashCode() {
      return code;
    }
  }
}
