package org.hamtlab.allocator.firstfit;

import java.util.Arrays;

/**
 * The free runs of all heaps, ordered by address; neighbours within a heap are joined.
 *
 * <pre>
 * starts [  0 | 40 | 96 ]      a run begins here
 * units  [  8 | 16 | 32 ]      and is so long
 * borders [ 0 | 4096 ]         heaps begin here: runs are not joined across
 * </pre>
 */
final class FreeRuns {
  private int[] starts = new int[8];
  private int[] units = new int[8];
  private int count;
  private int[] borders = new int[2];
  private int heaps;
  private long free;

  /** Makes room, so that none of so many blocks needs memory when it comes back. */
  void makeRoomFor(long blocks) {
    long most = blocks + heaps + 2;
    if (most > starts.length) {
      int length = (int) Math.min(Integer.MAX_VALUE - 8, 2 * most);
      int[] longer = Arrays.copyOf(starts, length);
      units = Arrays.copyOf(units, length);
      starts = longer;
    }
  }

  /** Adds a heap, all of it free. Room was made. */
  void addHeap(int start, int size) {
    if (heaps == borders.length) {
      borders = Arrays.copyOf(borders, 2 * heaps);
    }
    int index = -Arrays.binarySearch(borders, 0, heaps, start) - 1;
    System.arraycopy(borders, index, borders, index + 1, heaps - index);
    borders[index] = start;
    heaps++;
    add(start, size);
  }

  /** Cuts units from the first run that has them; its start, or -1 if none has. */
  int take(int wanted) {
    for (int run = 0; run < count; run++) {
      if (units[run] >= wanted) {
        int start = starts[run];
        starts[run] += wanted;
        units[run] -= wanted;
        free -= wanted;
        if (units[run] == 0) {
          remove(run);
        }
        return start;
      }
    }
    return -1;
  }

  /** Adds a run and joins it with its neighbours. */
  void add(int start, int size) {
    int next = -Arrays.binarySearch(starts, 0, count, start) - 1;
    free += size;
    boolean joinsNext = next < count && starts[next] == start + size && isInside(start + size);
    boolean joinsLast = next > 0 && starts[next - 1] + units[next - 1] == start && isInside(start);
    if (joinsLast) {
      units[next - 1] += size + (joinsNext ? units[next] : 0);
      if (joinsNext) {
        remove(next);
      }
    } else if (joinsNext) {
      starts[next] = start;
      units[next] += size;
    } else {
      insert(next, start, size);
    }
  }

  private boolean isInside(int address) {
    return Arrays.binarySearch(borders, 0, heaps, address) < 0;
  }

  private void insert(int index, int start, int size) {
    System.arraycopy(starts, index, starts, index + 1, count - index);
    System.arraycopy(units, index, units, index + 1, count - index);
    starts[index] = start;
    units[index] = size;
    count++;
  }

  private void remove(int index) {
    count--;
    System.arraycopy(starts, index + 1, starts, index, count - index);
    System.arraycopy(units, index + 1, units, index, count - index);
  }

  /** Free units. */
  long free() {
    return free;
  }

  /** Units of the longest run. */
  int longest() {
    int longest = 0;
    for (int run = 0; run < count; run++) {
      longest = Math.max(longest, units[run]);
    }
    return longest;
  }

  long tableBytes() {
    return 3 * 16L + 4L * (starts.length + units.length + borders.length);
  }
}
