package org.hamtlab.papers.pypersistent;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.memory.NativeBudget;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim A6: building in an arena leaks nothing. Decided by a model of the published arena; beside
 * it, what ours leaves behind in a loop that builds and drops maps: the least of five readings, one
 * map apart, since the memory of the last map may still wait for its cleaner.
 *
 * <p><b>Source.</b> Seed 000, "No memory leaks detected".
 */
public final class LeakClaim implements Claim {
  private static final double FLAT = 1.02;
  private static final int REPLICATES = 3;
  private static final int EARLY = 20;
  private static final int LATE = 60;
  private static final int ENTRIES = 50_000;
  private static final int READINGS = 5;
  private static final int COLLECTIONS = 4;
  private static final int MODELLED = 10_000;
  private static final String BYTES = "live bytes";
  private static final String BUFFERS = "buffers left";
  private static final String REFERENCES = "references left";
  private static final String PUBLISHED = "arena as published";
  private static final String DESTROYING = "arena that destroys its nodes";
  private static final String HEAP = "@pypersistent build=arena-clone";
  private static final String NATIVE =
      "layout=tagged-int{memory=native} allocator=malloc compression=lazy-expansion"
          + " build=arena-clone";

  /** Creates the claim. */
  public LeakClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "A6",
        Kind.MEASURED,
        "No memory leaks: the arena's destructor frees all, reference counts are right.",
        "seed 000, Testing Results",
        "SUPPORTED if the published arena's model gives back every buffer and every reference, and"
            + " live bytes after 60 maps built and dropped are at most 1.02 of those after 20;"
            + " REFUTED if the model keeps any, or all of the interval is above",
        "nothing left; ratio 1.02");
  }

  @Override
  public void measure(Recorder recorder) {
    int[] hashes = new Random(1).ints().distinct().limit(MODELLED).toArray();
    record(recorder, PUBLISHED, ArenaModel.of(hashes, false));
    record(recorder, DESTROYING, ArenaModel.of(hashes, true));
  }

  private static void record(Recorder recorder, String variant, ArenaModel.Left left) {
    recorder.add(BUFFERS, variant, left.buffers(), "count");
    recorder.add(REFERENCES, variant, left.references(), "count");
  }

  @Override
  public int replicates() {
    return REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    String[] keys = new String[ENTRIES];
    for (int index = 0; index < ENTRIES; index++) {
      keys[index] = "key:" + index;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int built = 1; built <= LATE; built++) {
      build(keys);
      boolean isEarly = built <= EARLY;
      if ((isEarly ? EARLY : LATE) - built < READINGS) {
        least = Math.min(least, liveBytes());
      }
      if (built == EARLY || built == LATE) {
        recorder.add(BYTES, "after " + built, replicate, least, "bytes");
        least = Double.POSITIVE_INFINITY;
      }
    }
    if (Composition.of(HEAP).newMap().size() + keys.length != ENTRIES) {
      throw new IllegalStateException("keys: changed (expected " + ENTRIES + ")");
    }
  }

  /** Of its own, so that no frame still refers to the maps when live bytes are read. */
  private static void build(String[] keys) {
    PersistentHamt.copyOf(HEAP, keys, keys);
    PersistentHamt.copyOf(NATIVE, keys, keys).close();
  }

  /** Collects until no collection frees more: cleaners free what an earlier one found. */
  private static double liveBytes() {
    double least = Double.POSITIVE_INFINITY;
    for (int unchanged = 0; unchanged < COLLECTIONS; unchanged++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      double bytes =
          (double) runtime.totalMemory()
              - runtime.freeMemory()
              + NativeBudget.ofProcess().reserved();
      unchanged = bytes < least ? 0 : unchanged;
      least = Math.min(least, bytes);
    }
    return least;
  }

  @Override
  public Judgement judge(Evidence evidence) {
    long buffers = evidence.count(BUFFERS, PUBLISHED);
    long references = evidence.count(REFERENCES, PUBLISHED);
    return Judgement.all(
        List.of(
            Judgement.exact(
                buffers == 0 && references == 0,
                String.format(
                    Locale.ROOT,
                    "the published arena, whose destructor runs none of its nodes', leaves %,d"
                        + " buffers and %,d references to entries of %,d entries; one that destroys"
                        + " its nodes leaves %,d and %,d",
                    buffers,
                    references,
                    MODELLED,
                    evidence.count(BUFFERS, DESTROYING),
                    evidence.count(REFERENCES, DESTROYING))),
            Judgement.atMost(
                evidence
                    .logs(BYTES, "after " + LATE)
                    .over(evidence.logs(BYTES, "after " + EARLY))
                    .interval(),
                FLAT,
                "our live bytes after 60 maps over those after 20")));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            String.format(
                Locale.ROOT, "Left of a map of %,d entries when arena and map are gone", MODELLED),
            "arena",
            "buffers",
            "references to entries");
    for (String arena : List.of(PUBLISHED, DESTROYING)) {
      table =
          table.row(
              arena,
              String.format(Locale.ROOT, "%,d", evidence.count(BUFFERS, arena)),
              String.format(Locale.ROOT, "%,d", evidence.count(REFERENCES, arena)));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the same model, once with the arena's destructor as"
                + " published and once with one that runs the destructors of what stands in it. All"
                + " that is left is left by that one line."),
        table);
  }
}
