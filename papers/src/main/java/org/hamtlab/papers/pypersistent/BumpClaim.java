package org.hamtlab.papers.pypersistent;

import java.util.List;
import org.hamtlab.memory.LibC;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim A12: allocating by a bump pointer is 10 to 100 times faster than by malloc, where the block
 * is initialised, as a node is. Blocks have the size of a node of pypersistent, 48 bytes. The call
 * from Java is priced by {@code free} of nothing.
 *
 * <p><b>Source.</b> Seed 000, "BulkOpArena Class".
 */
public final class BumpClaim implements Claim {
  static final String MALLOC = "malloc, initialise, free";
  static final String BUMP = "bump and initialise";
  static final String CALL = "a call that does nothing, and initialise";
  static final String BARE_MALLOC = "malloc and free";
  static final String BARE_BUMP = "bump";
  static final String BLOCK = "a block of 48 bytes";

  private static final double LEAST = 10;
  private static final int REPLICATES = 5;
  private static final int BLOCKS = 20_000;
  private static final int WORDS = 12;
  private static final int BYTES = 4 * WORDS;
  private static final int WARM_UP = 100;
  private static final int ROUNDS = 100;

  /** Creates the claim. */
  public BumpClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "A12",
        Kind.MEASURED,
        "Bump allocation is 10 to 100 times faster than malloc.",
        "seed 000, BulkOpArena Class",
        "SUPPORTED if malloc, initialising and free, which an arena spares too, take at least 10"
            + " times a bump with initialising; REFUTED if all of the interval is below",
        "10 times");
  }

  @Override
  public int replicates() {
    return REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    long[] blocks = new long[BLOCKS];
    long chunk = LibC.malloc((long) BLOCKS * BYTES);
    new Stopwatch(replicate)
        .add(
            MALLOC,
            () -> {
              for (int index = 0; index < BLOCKS; index++) {
                blocks[index] = initialised(LibC.malloc(BYTES));
              }
              for (int index = 0; index < BLOCKS; index++) {
                LibC.free(blocks[index]);
              }
            })
        .add(BUMP, () -> bump(chunk))
        .add(
            CALL,
            () -> {
              long next = chunk;
              for (int index = 0; index < BLOCKS; index++) {
                LibC.free(0);
                next = initialised(next) + BYTES;
              }
            })
        .add(BARE_MALLOC, () -> mallocBare(blocks))
        .add(BARE_BUMP, () -> bumpBare(chunk, blocks))
        .record(recorder, BLOCK, BLOCKS, WARM_UP, ROUNDS);
    LibC.free(chunk);
  }

  private static void mallocBare(long[] blocks) {
    for (int index = 0; index < BLOCKS; index++) {
      blocks[index] = LibC.malloc(BYTES);
    }
    for (int index = 0; index < BLOCKS; index++) {
      LibC.free(blocks[index]);
    }
  }

  private static void bumpBare(long chunk, long[] blocks) {
    long end = chunk + (long) BLOCKS * BYTES;
    long next = chunk;
    for (int index = 0; index < BLOCKS; index++) {
      if (next + BYTES > end) {
        throw new IllegalStateException("chunk: full (expected room for every block)");
      }
      blocks[index] = next;
      next += BYTES;
    }
  }

  private static void bump(long chunk) {
    long end = chunk + (long) BLOCKS * BYTES;
    long next = chunk;
    for (int index = 0; index < BLOCKS; index++) {
      if (next + BYTES > end) {
        throw new IllegalStateException("chunk: full (expected room for every block)");
      }
      next = initialised(next) + BYTES;
    }
  }

  private static long initialised(long address) {
    for (int word = 0; word < WORDS; word++) {
      LibC.setWord(address + 4L * word, word);
    }
    return address;
  }

  @Override
  public Judgement judge(Evidence evidence) {
    var bump = evidence.logs(BLOCK, BUMP);
    return Judgement.atLeast(
            evidence.logs(BLOCK, MALLOC).over(bump).interval(), LEAST, "malloc over bump")
        .noting(
            "the call from Java alone makes a bump "
                + evidence.logs(BLOCK, CALL).over(bump).interval().text()
                + " times as long, in favour of the claim");
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    IntervalChart chart =
        IntervalChart.ofAmounts("A block of 48 bytes", "ns a block, 95 % interval");
    for (String way : List.of(MALLOC, BARE_MALLOC, BUMP, CALL, BARE_BUMP)) {
      chart = chart.row(way, evidence.logs(BLOCK, way).interval());
    }
    return List.of(chart);
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    var bare = evidence.logs(BLOCK, BARE_BUMP);
    return List.of(
        new Prose(
            "The experiment that isolates it: initialising left out, all else equal. Nobody allocates"
                + " a node and leaves it empty, and writing its 48 bytes costs the same wherever they"
                + " lie. Without it a bump is hardly more than an addition, and the ratio is another."),
        DataTable.of("What initialising hides", "contrast", "times as long")
            .row(
                "malloc and free over a bump, initialised as a node is",
                evidence.logs(BLOCK, MALLOC).over(evidence.logs(BLOCK, BUMP)).interval().text())
            .row(
                "malloc and free over a bump, block left empty",
                evidence.logs(BLOCK, BARE_MALLOC).over(bare).interval().text())
            .row(
                "a bump that initialises, over one that does not",
                evidence.logs(BLOCK, BUMP).over(bare).interval().text()));
  }
}
