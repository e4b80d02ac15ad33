package org.hamtlab.experiments.allocation;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.testkit.trace.AllocationTrace;
import org.hamtlab.testkit.trace.AllocationTraces;

/** What is replayed, and on which allocators. */
public final class TraceSubjects {
  /** What the others' times are compared with. */
  public static final String BASELINE = "arena";

  /** Allocators that stand by themselves or over what they are meant for, by phrase. */
  private static final List<String> ALLOCATORS =
      List.of(
          BASELINE,
          "pool",
          "pool{growth=adaptive}",
          "freelist",
          "freelist{classes=rounded}",
          "freelist{classes=power-of-two}",
          "slab",
          "first-fit",
          "malloc",
          "locked{parent=first-fit}",
          "thread-local{parent=locked{parent=first-fit}}",
          "leaking");

  private TraceSubjects() {}

  /** The phrases of the allocators, the baseline first. */
  public static List<String> allocators() {
    return ALLOCATORS;
  }

  /** Traces made by arithmetic, then those of real tries. */
  public static List<AllocationTrace> traces() {
    List<AllocationTrace> traces = new ArrayList<>(AllocationTraces.all());
    traces.addAll(RecordedTraces.standard());
    return traces;
  }
}
