package org.hamtlab.memory;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.spi.AllocationException;

/**
 * Bytes of native memory that maps may hold together. The collector does not see native memory, so
 * dropped maps would pile up in front of a heap that is hardly filled: a reservation beyond the
 * budget first asks for a collection and waits until what it finds is freed, and does so again as
 * long as that frees anything, which another thread may have taken.
 *
 * <p><b>Cost.</b> One atomic addition a reservation; beyond the budget a full collection, and half
 * a second before a refusal.
 *
 * <p><b>Source.</b> {@code java.nio.Bits.reserveMemory} of OpenJDK, for direct buffers.
 *
 * <p><b>Deviations.</b> Who waits is woken by what is released, not by the clock alone, and gives
 * up after a collection that freed nothing.
 */
public final class NativeBudget {
  /** The system property that sets the budget of the process, in bytes. */
  public static final String PROPERTY = "hamt.native.budget";

  /** Waits of 1, 2, 4, … milliseconds, half a second in all, as in the source. */
  private static final int LAST_WAIT_MILLIS = 256;

  /** So that nobody waits for ever while others take all that is freed. */
  private static final int MOST_COLLECTIONS = 16;

  private static NativeBudget process;

  private final long limit;
  private final Runnable collection;
  private final AtomicLong reserved = new AtomicLong();
  private final AtomicLong releases = new AtomicLong();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Object released = new Object();
  private final Object collecting = new Object();

  NativeBudget(long limit, Runnable collection) {
    this.limit = limit;
    this.collection = collection;
  }

  /**
   * The budget that all maps of the process share: {@value #PROPERTY}, or else as much as the heap
   * may take.
   *
   * @throws ConfigurationException if the property is no number of bytes
   */
  public static synchronized NativeBudget ofProcess() {
    if (process == null) {
      process = new NativeBudget(limit(System.getProperty(PROPERTY)), System::gc);
    }
    return process;
  }

  /** The limit that a value of the property sets. */
  static long limit(String value) {
    if (value == null) {
      return Runtime.getRuntime().maxMemory();
    }
    try {
      long bytes = Long.parseLong(value.strip());
      if (bytes > 0) {
        return bytes;
      }
    } catch (NumberFormatException malformed) {
      // Refused below, like a number that is too small.
    }
    throw new ConfigurationException(
        PROPERTY + ": '" + value + "' (expected 1..9223372036854775807 bytes). Mend or omit it.");
  }

  /** Bytes that may be reserved in all. */
  public long limit() {
    return limit;
  }

  /** Bytes that are reserved now. */
  public long reserved() {
    return reserved.get();
  }

  /**
   * Reserves bytes, if need be after a collection.
   *
   * @param subject who asks, for the message
   * @throws AllocationException if they are not to be had
   */
  public void reserve(String subject, long bytes) {
    if (!tryReserve(bytes) && (bytes > limit || !isReservedByCollecting(bytes))) {
      throw new AllocationException(
          subject
              + ": "
              + bytes
              + " bytes of native memory (expected at most "
              + limit
              + " in all, of which "
              + reserved.get()
              + " are reserved). Close maps or drop them, raise -D"
              + PROPERTY
              + ", or say memory=heap.");
    }
  }

  /**
   * Reserves bytes if they are to be had without a collection.
   *
   * @return whether they are reserved
   */
  public boolean tryReserve(long bytes) {
    long before;
    do {
      before = reserved.get();
      if (bytes > limit - before) {
        return false;
      }
    } while (!reserved.compareAndSet(before, before + bytes));
    return true;
  }

  private boolean isReservedByCollecting(long bytes) {
    synchronized (collecting) {
      if (tryReserve(bytes)) {
        return true;
      }
      waiting.incrementAndGet();
      try {
        long before = -1;
        for (int run = 0; run < MOST_COLLECTIONS && releases.get() != before; run++) {
          before = releases.get();
          collection.run();
          if (isReservedByWaiting(bytes)) {
            return true;
          }
        }
        return false;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return tryReserve(bytes);
      } finally {
        waiting.decrementAndGet();
      }
    }
  }

  private boolean isReservedByWaiting(long bytes) throws InterruptedException {
    for (int millis = 1; millis <= LAST_WAIT_MILLIS; millis *= 2) {
      if (isReservedOrWaited(bytes, millis)) {
        return true;
      }
    }
    return tryReserve(bytes);
  }

  private boolean isReservedOrWaited(long bytes, int millis) throws InterruptedException {
    synchronized (released) {
      if (tryReserve(bytes)) {
        return true;
      }
      released.wait(millis);
      return false;
    }
  }

  /** Gives bytes back that were reserved. */
  public void release(long bytes) {
    reserved.addAndGet(-bytes);
    releases.incrementAndGet();
    if (waiting.get() > 0) {
      synchronized (released) {
        released.notifyAll();
      }
    }
  }
}
