package org.hamtlab.testkit.trace;

import java.util.Arrays;
import org.hamtlab.spi.Allocator;

/**
 * A sequence of requests and frees that any allocator can be put through.
 *
 * <pre>
 * steps [ 5 | 7 | -1 | 6 | 0 | … ]
 *         │   │    │   │   └ the thread ends a task
 *         │   │    │   └ request of 6 slots: block 2
 *         │   │    └ free of block 0
 *         │   └ request of 7 slots: block 1
 *         └ request of 5 slots: block 0
 * </pre>
 */
public final class AllocationTrace {
  /** A step: the calling thread ends a task. */
  static final int END_OF_TASK = 0;

  private final String name;
  private final int[] steps;
  private final int[] sizes;

  /**
   * Creates a trace.
   *
   * @param name kebab-case
   * @param steps positive: a request of so many slots; negative: a free of block {@code -1 - step},
   *     counted from 0 by request; 0: the end of a task
   */
  public AllocationTrace(String name, int[] steps) {
    this.name = name;
    this.steps = steps.clone();
    int blocks = 0;
    int[] found = new int[steps.length];
    for (int step : steps) {
      if (step > 0) {
        found[blocks++] = step;
      } else if (-1 - step >= blocks) {
        throw new IllegalArgumentException(
            "trace "
                + name
                + ": free of block "
                + (-1 - step)
                + " (expected below "
                + blocks
                + ")");
      }
    }
    sizes = Arrays.copyOf(found, blocks);
  }

  /** Its name, kebab-case. */
  public String name() {
    return name;
  }

  /** The steps, as given. */
  int[] steps() {
    return steps;
  }

  /** Number of requests. */
  public int requests() {
    return sizes.length;
  }

  /** Number of steps. */
  public int length() {
    return steps.length;
  }

  /** Slots that a request wants. */
  public int slotsOf(int block) {
    return sizes[block];
  }

  /**
   * Puts an allocator through the trace and checks nothing: for clocks.
   *
   * @param addresses room for {@link #requests()} addresses
   */
  public void run(Allocator allocator, int[] addresses) {
    int block = 0;
    for (int step : steps) {
      if (step > 0) {
        addresses[block++] = allocator.allocate(step);
      } else if (step < 0) {
        allocator.free(addresses[-1 - step], sizes[-1 - step]);
      } else {
        allocator.endTask();
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
