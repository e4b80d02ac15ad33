package org.hamtlab.testkit.trace;

import java.util.Arrays;

/** Writes a trace step by step. */
public final class TraceBuilder {
  private int[] steps = new int[64];
  private int length;
  private int blocks;

  /** Creates an empty trace. */
  public TraceBuilder() {}

  /** Adds a request; the number of its block. */
  public int allocate(int slots) {
    add(slots);
    return blocks++;
  }

  /** Adds a free. */
  public void free(int block) {
    add(-1 - block);
  }

  /** Adds the end of a task. */
  public void endTask() {
    add(AllocationTrace.END_OF_TASK);
  }

  private void add(int step) {
    if (length == steps.length) {
      steps = Arrays.copyOf(steps, 2 * length);
    }
    steps[length++] = step;
  }

  /** The trace so far. */
  public AllocationTrace named(String name) {
    return new AllocationTrace(name, Arrays.copyOf(steps, length));
  }
}
