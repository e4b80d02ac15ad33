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
    return words[address + index];
  }

  @Override
  void set(int address, int index, int word) {
    words[address + index] = word;
  }

  @Override
  void copy(int from, int fromIndex, int to, int toIndex, int count) {
    System.arraycopy(words, from + fromIndex, words, to + toIndex, count);
  }

  @Override
  public int unitSlots() {
    return 1;
  }

  @Override
  public int reserve(int slots) {
    int first = end;
    int needed = References.endOf(first, slots);
    if (needed > words.length) {
      words = Arrays.copyOf(words, (int) Math.min(References.ADDRESSES, grown(needed)));
    }
    end = needed;
    return first;
  }

  private long grown(int needed) {
    return Math.max(needed, 2L * words.length);
  }

  @Override
  public void translateBy(BlockAddresses addresses) {
    throw new AllocationException(
        "tagged-int: native blocks (expected words in the heap). Say memory=native.");
  }

  @Override
  void share() {
    // A grown array leaves the old one to its readers.
  }

  @Override
  long bytes() {
    return 16 + 4L * words.length;
  }

  @Override
  void clear() {
    words = new int[0];
    end = 0;
  }

  @Override
  Runnable release() {
    return null;
  }
}
