package org.hamtlab.experiments.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Entry points that die, each in its own way. */
public final class DyingMains {
  private DyingMains() {}

  /** Runs out of memory. */
  public static final class OutOfMemory {
    /** Fills the heap. */
    public static void main(String[] args) {
      List<long[]> hoard = new ArrayList<>();
      while (hoard.size() < 1_000_000) {
        hoard.add(new long[1 << 20]);
      }
    }
  }

  /** Throws. */
  public static final class Throwing {
    /** Throws. */
    public static void main(String[] args) {
      throw new IllegalStateException("broken subject");
    }
  }

  /** Is killed. */
  public static final class Killed {
    /** Kills itself as the system would. */
    public static void main(String[] args) throws Exception {
      long pid = ProcessHandle.current().pid();
      new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
      new CountDownLatch(1).await();
    }
  }

  /** Never ends. */
  public static final class Hanging {
    /** Waits for ever. */
    public static void main(String[] args) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  /** Ends well without samples. */
  public static final class Silent {
    /** Does nothing. */
    public static void main(String[] args) {}
  }
}
