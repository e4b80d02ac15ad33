package org.hamtlab.experiments.bench;

import org.hamtlab.assembly.Composition;
import org.hamtlab.map.PersistentHamt;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Two versions of different families and equal size that have a share of their keys in common. As
 * in {@link FanOutBase} they are built anew now and then, outside of the time.
 */
@State(Scope.Thread)
public class MergePair extends Asked {
  private static final int ENTRIES_OF_ONE_PAIR = 4_000_000;

  /** The operation with the share of keys that are in both. */
  @Param("merge{overlap=0.5}")
  public String operation;

  PersistentHamt<Object, Object> left;
  PersistentHamt<Object, Object> right;
  private Object[] leftKeys;
  private Object[] rightKeys;
  private long merged;

  /** Builds both and proves how far they overlap. */
  @Setup(Level.Trial)
  public void prepare() {
    double overlap = argument(operation);
    leftKeys = mixes().distinct();
    rightKeys = mixes().overlapping(overlap);
    build();
    int size = left.union(right).size();
    long shared = left.size() + right.size() - size;
    require(
        left.size() == right.size() && shared == Math.round(overlap * left.size()),
        shared + " keys in both");
  }

  private void build() {
    Composition composition = Composition.of(phrase);
    left = composition.newPersistentMap().putAll(leftKeys, leftKeys);
    right = composition.newPersistentMap().putAll(rightKeys, rightKeys);
    merged = 0;
  }

  /** Builds both anew after many passes. */
  @Setup(Level.Invocation)
  public void renew() {
    if (merged > ENTRIES_OF_ONE_PAIR) {
      close();
      build();
    }
    merged += 2L * leftKeys.length;
  }

  /** Gives the memory back. */
  @TearDown(Level.Trial)
  public void close() {
    left.close();
    right.close();
  }
}
