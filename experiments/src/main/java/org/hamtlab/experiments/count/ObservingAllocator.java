package org.hamtlab.experiments.count;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.Telemetry;

/** Tells an {@link Observation} what is asked of the allocator below it, and changes nothing. */
final class ObservingAllocator implements Allocator {

  /** What was seen. Requests are numbered from 1. */
  static final class Observation {
    private final Map<Integer, Integer> freedAt = new HashMap<>();
    private int[] distances = new int[16];
    private int reuses;
    private int requests;
    private boolean isAddressed;

    int requests() {
      return requests;
    }

    /** Whether a request was granted at an address. */
    boolean isAddressed() {
      return isAddressed;
    }

    /** The reuse distances in the order of the requests. */
    int[] distances() {
      return Arrays.copyOf(distances, reuses);
    }

    private void granted(int address) {
      requests++;
      if (address == FRESH) {
        return;
      }
      isAddressed = true;
      Integer freed = freedAt.remove(address);
      if (freed != null) {
        distances = reuses < distances.length ? distances : Arrays.copyOf(distances, 2 * reuses);
        distances[reuses++] = requests - freed;
      }
    }

    private void freed(int address) {
      if (address != FRESH) {
        freedAt.put(address, requests);
      }
    }
  }

  private final Allocator parent;
  private final Observation observation;

  ObservingAllocator(Allocator parent, Observation observation) {
    this.parent = parent;
    this.observation = observation;
  }

  @Override
  public int allocate(int slots) {
    int address = parent.allocate(slots);
    observation.granted(address);
    return address;
  }

  @Override
  public void free(int address, int slots) {
    parent.free(address, slots);
    observation.freed(address);
  }

  @Override
  public void reset() {
    parent.reset();
    observation.freedAt.clear();
  }

  @Override
  public void endTask() {
    parent.endTask();
  }

  @Override
  public Telemetry telemetry() {
    return parent.telemetry();
  }
}
