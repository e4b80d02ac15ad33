package org.hamtlab.layout.sealedclass;

import org.hamtlab.layout.Tally;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;

/**
 * What an allocator counts of branches that the JVM makes and collects, and whose they are: one for
 * each view of a layout.
 */
final class Grants {
  /** The edit of a branch that had to be made although it was refused. */
  static final int UNCOUNTED = -1;

  private final Allocator allocator;
  private final boolean exclusive;
  private final boolean counted;

  /** Marks what a view made itself; 0 for nothing, and for the layout that owns everything. */
  private final int edit;

  /** Bytes of all branches, where the layout owns everything. */
  private long bytes;

  private Grants(Allocator allocator, boolean exclusive, int edit) {
    this.allocator = allocator;
    this.exclusive = exclusive;
    this.counted = exclusive || !allocator.isConcurrent();
    this.edit = edit;
  }

  /** Of a layout that owns everything. */
  static Grants of(Allocator allocator) {
    return new Grants(allocator, true, 0);
  }

  /** Of a view that owns what an edit makes; nothing if its number is 0. */
  Grants view(int number) {
    return new Grants(allocator, false, number);
  }

  /** Of one thread of a parallel build. */
  Grants ofWorker() {
    return of(new Tally());
  }

  /** Counts what a worker was granted. */
  void join(Grants worker) {
    bytes += worker.bytes;
    ((Tally) worker.allocator).repeat(allocator);
  }

  /** Whether the layout owns everything. */
  boolean isExclusive() {
    return exclusive;
  }

  /** Asks for so many slots. */
  void ask(int slots) {
    if (counted) {
      allocator.allocate(slots);
    }
  }

  /** Counts a branch whose slots were asked for. */
  void add(FieldBranch branch, long branchBytes) {
    branch.edit = edit;
    bytes += branchBytes;
  }

  /** Asks for so many slots; answers whether they were granted. */
  boolean tryAsk(int slots) {
    try {
      ask(slots);
      return true;
    } catch (AllocationException refused) {
      return false;
    }
  }

  /** Counts a branch whose slots were refused: its bytes, for the allocator knows nothing of it. */
  void addUncounted(FieldBranch branch, long branchBytes) {
    branch.edit = UNCOUNTED;
    bytes += branchBytes;
  }

  boolean owns(Node node) {
    return exclusive || (edit != 0 && node instanceof FieldBranch branch && branch.edit == edit);
  }

  /** Takes back what a branch was granted, if it is owned. */
  void release(FieldBranch branch, long branchBytes) {
    if (counted && owns(branch)) {
      if (branch.edit != UNCOUNTED) {
        allocator.free(Allocator.FRESH, branch.capacity());
      }
      bytes -= branchBytes;
    }
  }

  boolean isConcurrent() {
    return allocator.isConcurrent();
  }

  /** Bytes of all branches. */
  long bytes() {
    return bytes;
  }

  void clear() {
    bytes = 0;
  }
}
