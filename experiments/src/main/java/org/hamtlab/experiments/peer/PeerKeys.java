package org.hamtlab.experiments.peer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** The kinds of keys. */
public enum PeerKeys {
  /** Boxed longs from 0 in ascending order. */
  SEQUENTIAL,
  /** Distinct random longs, boxed. */
  RANDOM,
  /** Distinct random longs as strings of up to 13 characters. */
  STRING;

  private static final int RADIX = 36;

  /** The word on the command line and in results. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Distinct keys in the order in which they are put. */
  List<Object> keys(int count, long seed) {
    return switch (this) {
      case SEQUENTIAL -> new ArrayList<>(LongStream.range(0, count).boxed().toList());
      case RANDOM -> new ArrayList<>(random(count, seed));
      case STRING ->
          new ArrayList<>(
              random(count, seed).stream().map(key -> Long.toString(key, RADIX)).toList());
    };
  }

  private static Set<Long> random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Long> keys = new LinkedHashSet<>();
    while (keys.size() < count) {
      keys.add(random.nextLong());
    }
    return keys;
  }
}
