package org.hamtlab.layout.taggedint;

import java.util.Arrays;
import org.hamtlab.memory.LibC;
import org.hamtlab.memory.NativeBudget;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.BlockAddresses;
import org.hamtlab.spi.SlotMemory;

/**
 * One native region that grows in place or moves whole through {@code realloc}, which remaps the
 * pages of large regions instead of copying them. Its release may run on another thread, after the
 * map is out of reach.
 */
final class NativeRegion implements SlotMemory {
  private static final int FIRST_WORDS = 256;

  private final NativeBudget budget = NativeBudget.ofProcess();

  private long base;
  private long capacityWords;
  private int end;
  private long[] outgrown = new long[0];
  private boolean shared;
  private boolean released;
  private long reservedBytes;
  private BlockAddresses translation;

  long base() {
    return base;
  }

  long bytes() {
    return 4 * capacityWords;
  }

  /** Translates addresses instead of this region, or {@code null}. */
  BlockAddresses translation() {
    return translation;
  }

  @Override
  public int unitSlots() {
    return translation == null ? 1 : translation.unitSlots();
  }

  @Override
  public int reserve(int slots) {
    if (translation != null) {
      return translation.reserve(slots);
    }
    int first = end;
    int needed = References.endOf(first, slots);
    if (needed > capacityWords) {
      grow(
          Math.min(
              References.ADDRESSES, Math.max(needed, Math.max(FIRST_WORDS, 2 * capacityWords))));
    }
    end = needed;
    return first;
  }

  private synchronized void grow(long words) {
    if (released) {
      throw Words.dropped();
    }
    long more = 4 * words - (shared ? 0 : bytes());
    budget.reserve("layout", more);
    reservedBytes += more;
    long moved = shared ? copied(words) : LibC.realloc(base, 4 * words);
    if (moved == 0) {
      reservedBytes -= more;
      budget.release(more);
      throw new AllocationException(
          "layout: the C library refused "
              + 4 * words
              + " bytes (expected native memory to be left). Close maps, or say memory=heap.");
    }
    base = moved;
    capacityWords = words;
  }

  /** Grows by copying from now on, and keeps what was outgrown until all of it is freed. */
  void share() {
    shared = true;
  }

  /** A larger copy; readers on other threads may stay in the old one, which is half its size. */
  private long copied(long words) {
    long[] kept = Arrays.copyOf(outgrown, outgrown.length + 1);
    long copy = LibC.malloc(4 * words);
    if (copy != 0) {
      kept[outgrown.length] = base;
      outgrown = kept;
      LibC.copyWords(base, copy, end);
    }
    return copy;
  }

  @Override
  public void translateBy(BlockAddresses addresses) {
    translation = addresses;
  }

  void clear() {
    end = 0;
    free();
  }

  /** Frees the region, which may grow again; running twice does nothing. */
  synchronized void free() {
    for (long address : outgrown) {
      LibC.free(address);
    }
    outgrown = new long[0];
    LibC.free(base);
    base = 0;
    capacityWords = 0;
    budget.release(reservedBytes);
    reservedBytes = 0;
  }

  /** Frees the region for good. */
  synchronized void release() {
    released = true;
    free();
  }
}
