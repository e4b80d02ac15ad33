package org.hamtlab.papers.pypersistent;

import java.util.concurrent.atomic.AtomicLong;
import org.hamtlab.map.PersistentHamt;

/**
 * How often keys were hashed and compared, counted by the keys themselves: equal on every machine.
 *
 * @param hashes calls of {@code hashCode}
 * @param comparisons calls of {@code equals}
 */
record Calls(long hashes, long comparisons) {
  static final String PHRASE = "@pypersistent hash=murmur3-fmix32 assembly=shared build=";

  /** Counts what its keys are asked. */
  static final class Counter {
    private final AtomicLong hashes = new AtomicLong();
    private final AtomicLong comparisons = new AtomicLong();

    Calls since(Calls before) {
      return new Calls(
          hashes.get() - before.hashes(), comparisons.get() - before.comparisons());
    }

    Calls now() {
      return since(new Calls(0, 0));
    }
  }

  /**
   * A key that tells its counter what it is asked.
   *
   * @param hash its hash code
   * @param number tells keys of one hash code apart
   */
  record Key(Counter counter, int hash, int number) {
    @Override
    public int hashCode() {
      counter.hashes.incrementAndGet();
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      counter.comparisons.incrementAndGet();
      return other instanceof Key key && key.number == number;
    }
  }

  /** Of building a map of so many entries bottom-up. */
  static Calls ofBuilding(int entries) {
    Counter counter = new Counter();
    Key[] keys = new Key[entries];
    for (int index = 0; index < entries; index++) {
      keys[index] = new Key(counter, index, index);
    }
    Calls before = counter.now();
    PersistentHamt.copyOf(PHRASE + "bottom-up", keys, keys);
    return counter.since(before);
  }
}
