package org.hamtlab.experiments.huffman;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.huffman.Setup.Freeing;
import org.hamtlab.experiments.huffman.Setup.Sharing;

/** The setups that seed 003 is about, by name. */
public final class HuffmanSetups {
  /** The shared heap of sharedhash: 2 MiB, headers and alignment of 16 bytes. */
  public static final String HEAP = "first-fit{heap=524288,header=4,alignment=4,growth=fixed}";

  /** The baseline's allocator. */
  public static final String BASELINE = "locked{parent=" + HEAP + "}";

  /** The same, where the lock goes to the thread that has waited longest. */
  public static final String BY_ARRIVAL = "locked{order=arrival,parent=" + HEAP + "}";

  /** Free lists by size over chunks, as large as the heap. */
  public static final String SIZE_CLASSES =
      "freelist{classes=exact,parent=arena{chunk=524288,growth=fixed}}";

  /** Threads of a batch. */
  public static final int BATCH = 20;

  /** Bytes of a thread's pool. */
  public static final int POOL_BYTES = 32 << 10;

  /** Blocks whose memory fits the heap at once. */
  private static final int LONG_BATCH = 64;

  private HuffmanSetups() {}

  /** The allocator with pools of so many bytes. */
  public static String pools(int bytes) {
    return "thread-local{slots=" + bytes / BlockMemory.SLOT_BYTES + ",parent=" + BASELINE + "}";
  }

  private static Setup shared(String allocator, int threads, int batch) {
    return new Setup(allocator, threads, batch, Freeing.EACH, Sharing.SHARED);
  }

  /** The control: threads that have nothing in common but the processor's caches. */
  private static Setup apart(int threads) {
    String pool = "pool{slots=" + POOL_BYTES / BlockMemory.SLOT_BYTES + ",parent=none}";
    return new Setup(pool, threads, 0, Freeing.RESET, Sharing.OWN);
  }

  /** Baseline, pools, one thread; and the first two with threads that live throughout. */
  public static Map<String, Setup> modes(int processors) {
    Map<String, Setup> modes = new LinkedHashMap<>();
    modes.put("baseline", shared(BASELINE, BATCH, BATCH));
    modes.put("baseline, lock by arrival", shared(BY_ARRIVAL, BATCH, BATCH));
    modes.put("baseline, workers", shared(BASELINE, processors, 0));
    modes.put("pools", shared(pools(POOL_BYTES), BATCH, BATCH));
    modes.put("pools, workers", shared(pools(POOL_BYTES), processors, 0));
    modes.put("nothing shared, workers", apart(processors));
    modes.put("one thread, heap without a lock", shared(HEAP, 1, 0));
    modes.put("one thread, pool", shared(pools(POOL_BYTES), 1, 0));
    modes.put("one thread, nothing shared", apart(1));
    return modes;
  }

  /** The baseline and the optimised setup as published. */
  public static Map<String, Setup> published() {
    Map<String, Setup> published = modes(1);
    published.keySet().retainAll(List.of("baseline", "pools"));
    return published;
  }

  /** Pools of 1 to 64 KiB. */
  public static Map<String, Setup> poolSizes() {
    Map<String, Setup> sizes = new LinkedHashMap<>();
    for (int kibibytes = 1; kibibytes <= 64; kibibytes *= 2) {
      sizes.put(kibibytes + " KiB", shared(pools(kibibytes << 10), BATCH, BATCH));
    }
    return sizes;
  }

  /**
   * One cell of the factorial of claim D5.
   *
   * @param isLocked one allocator under a lock for all threads, or one without for each
   * @param isFirstFit first fit, or free lists by size
   * @param isFreedEach blocks come back one by one, or all at once
   * @param isBatched 20 fresh threads for 20 blocks, or one a processor for 64
   */
  public record Cell(boolean isLocked, boolean isFirstFit, boolean isFreedEach, boolean isBatched) {
    /** Number of factors. */
    static final int FACTORS = 4;

    /** Its name. */
    public String name() {
      return String.join(
          ", ",
          isLocked ? "locked" : "own",
          isFirstFit ? "first-fit" : "size-class",
          isFreedEach ? "each" : "reset",
          isBatched ? "20/20" : "workers");
    }

    /** The cell with one factor, numbered from 0, at its other level. */
    public Cell flipped(int factor) {
      return new Cell(
          isLocked ^ factor == 0,
          isFirstFit ^ factor == 1,
          isFreedEach ^ factor == 2,
          isBatched ^ factor == 3);
    }

    /** Whether a factor, numbered from 0, is at the baseline's level. */
    public boolean isBaseline(int factor) {
      return switch (factor) {
        case 0 -> isLocked;
        case 1 -> isFirstFit;
        case 2 -> isFreedEach;
        default -> isBatched;
      };
    }

    Setup setup(int processors) {
      String search = isFirstFit ? HEAP : SIZE_CLASSES;
      return new Setup(
          isLocked ? "locked{parent=" + search + "}" : search,
          isBatched ? BATCH : processors,
          isBatched ? BATCH : LONG_BATCH,
          isFreedEach ? Freeing.EACH : Freeing.RESET,
          isLocked ? Sharing.SHARED : Sharing.OWN);
    }
  }

  /** All cells; the first is the baseline. */
  public static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int bits = 0; bits < 1 << Cell.FACTORS; bits++) {
      cells.add(new Cell((bits & 8) == 0, (bits & 4) == 0, (bits & 2) == 0, (bits & 1) == 0));
    }
    return cells;
  }

  /** The factorial by the cells' names. */
  public static Map<String, Setup> factorial(int processors) {
    Map<String, Setup> factorial = new LinkedHashMap<>();
    cells().forEach(cell -> factorial.put(cell.name(), cell.setup(processors)));
    return factorial;
  }
}
