package org.hamtlab.layout.taggedint;

import java.util.Arrays;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.BlockAddresses;
import org.hamtlab.spi.SlotMemory;

/** Words in one flat {@code int[]}, which doubles. */
final class HeapWords extends Words implements SlotMemory {
  private int[] words = new int[0];
  private int end;

  @Override
  int get(int address, int index) {
    return opened()[address + index];
  }

  @Override
  void set(int address, int index, int word) {
    opened()[address + index] = word;
  }

  @Override
  void copy(int from, int fromIndex, int to, int toIndex, int count) {
    int[] words = opened();
    System.arraycopy(words, from + fromIndex, words, to + toIndex, count);
  }

  private int[] opened() {
    int[] words = this.words;
    if (words == null) {
      throw dropped();
    }
    return words;
  }

  @Override
  public int unitSlots() {
    return 1;
  }

  @Override
  public int reserve(int slots) {
    int[] smaller = opened();
    int first = end;
    int needed = References.endOf(first, slots);
    if (needed > smaller.length) {
      words =
          Arrays.copyOf(
              smaller, (int) Math.min(References.ADDRESSES, grown(needed, smaller.length)));
    }
    end = needed;
    return first;
  }

  private static long grown(int needed, int length) {
    return Math.max(needed, 2L * length);
  }

  @Override
  public void translateBy(BlockAddresses addresses) {
    throw new AllocationException(
        "layout: native blocks (expected words in the heap). Say memory=native.");
  }

  @Override
  void share() {
    // A grown array leaves the old one to its readers.
  }

  @Override
  long bytes() {
    return 16 + 4L * opened().length;
  }

  @Override
  void clear() {
    words = new int[0];
    end = 0;
  }

  @Override
  void close() {
    words = null;
  }

  @Override
  Runnable release() {
    return null;
  }
}
