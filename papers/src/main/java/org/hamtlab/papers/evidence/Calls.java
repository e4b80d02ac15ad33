package org.hamtlab.papers.evidence;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How often keys were hashed and compared, counted by the keys themselves: equal on every machine.
 *
 * @param hashes calls of {@code hashCode}
 * @param comparisons calls of {@code equals}
 */
public record Calls(long hashes, long comparisons) {
  /** Counts what its keys are asked. */
  public static final class Counter {
    private final AtomicLong hashes = new AtomicLong();
    private final AtomicLong comparisons = new AtomicLong();

    /** Creates a counter that has counted nothing. */
    public Counter() {}

    /** What was asked since then. */
    public Calls since(Calls before) {
      return new Calls(hashes.get() - before.hashes(), comparisons.get() - before.comparisons());
    }

    /** What was asked until now. */
    public Calls now() {
      return since(new Calls(0, 0));
    }
  }

  /**
   * A key that tells its counter what it is asked.
   *
   * @param hash its hash code
   * @param number tells keys of one hash code apart
   */
  public record Key(Counter counter, int hash, int number) {
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
}
