package org.hamtlab.testkit.trace;

import java.util.HashMap;
import java.util.Map;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/** Writes down what is asked of an allocator with addresses, so that others can be asked it too. */
public final class TraceRecorder implements Allocator {
  private final Allocator parent;
  private final TraceBuilder trace;
  private final Map<Integer, Integer> blocks = new HashMap<>();

  /**
   * Creates the recorder.
   *
   * @param parent serves the requests
   * @param trace where they are written
   */
  public TraceRecorder(Allocator parent, TraceBuilder trace) {
    this.parent = parent;
    this.trace = trace;
  }

  @Override
  public int allocate(int slots) {
    int address = parent.allocate(slots);
    blocks.put(address, trace.allocate(slots));
    return address;
  }

  @Override
  public void free(int address, int slots) {
    parent.free(address, slots);
    trace.free(blocks.remove(address));
  }

  @Override
  public void endTask() {
    parent.endTask();
    trace.endTask();
  }

  /** Every live block is written down as freed. */
  @Override
  public void reset() {
    parent.reset();
    blocks.values().forEach(trace::free);
    blocks.clear();
  }

  @Override
  public Telemetry telemetry() {
    return parent.telemetry();
  }
}
