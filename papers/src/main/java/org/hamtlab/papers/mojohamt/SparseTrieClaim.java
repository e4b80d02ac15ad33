package org.hamtlab.papers.mojohamt;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.BranchLevels;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.LineChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim B1: the node counts that mojo-hamt reports for 100,000 sequential keys.
 *
 * <p><b>Source.</b> Seed 001, "Tree Analysis (100K Entries)".
 */
public final class SparseTrieClaim extends MojoClaim {
  private static final int KEYS = 100_000;
  private static final Found PUBLISHED = new Found(687_212, 787_211, 1.145514048066681, 10);

  /** The four published numbers. */
  record Found(long internalNodes, long childPointers, double childrenPerNode, long maxDepth) {
    @Override
    public String toString() {
      return internalNodes
          + " internal nodes, "
          + childPointers
          + " child pointers, "
          + childrenPerNode
          + " children per node, depth "
          + maxDepth;
    }
  }

  /** Creates the claim. */
  public SparseTrieClaim() {
    super(
        new Terms(
            "B1",
            Kind.EXACT,
            "100,000 sequential keys make " + PUBLISHED + " of 10",
            "seed 001, Tree Analysis (100K Entries)",
            "SUPPORTED if all four numbers are met to the last digit, else REFUTED",
            PUBLISHED.toString()));
  }

  @Override
  public void measure(Recorder recorder) {
    for (String phrase : List.of(SMALL_POOL, EXPANDING)) {
      Counting.record(
          recorder,
          phrase,
          keys(KEYS),
          "internalNodes",
          "childPointers",
          "childrenPerNode",
          "maxDepth",
          "singleChildNodes");
      BranchLevels.record(recorder, phrase, keys(KEYS));
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Found found =
        new Found(
            count(evidence, "internalNodes", SMALL_POOL, KEYS),
            count(evidence, "childPointers", SMALL_POOL, KEYS),
            value(evidence, "childrenPerNode", SMALL_POOL, KEYS),
            count(evidence, "maxDepth", SMALL_POOL, KEYS));
    return Judgement.exact(found.equals(PUBLISHED), found.toString());
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    long nodes = count(evidence, "internalNodes", SMALL_POOL, KEYS);
    long single = count(evidence, "singleChildNodes", SMALL_POOL, KEYS);
    long expanding = count(evidence, "internalNodes", EXPANDING, KEYS);
    return List.of(
        new Prose(
            text(
                "Why so many: every leaf stands at level 10, though three levels of six bits part"
                    + " nearly all of 100,000 keys. Below, each key has a chain of its own:"
                    + " %,d of %,d nodes have a single child. One changed rule, lazy expansion,"
                    + " stores an entry at the first level where it stands alone: %,d nodes remain,"
                    + " %.1f %%.",
                single, nodes, expanding, 100.0 * expanding / nodes)),
        LineChart.of("Branches by level (the root is level 1 here)", "level", "branches")
            .line("as published", levels(evidence, SMALL_POOL))
            .line("lazy expansion", levels(evidence, EXPANDING)),
        DataTable.of("One rule changed, all else equal", "rule", "nodes", "children per node")
            .row("every leaf at the last level", grouped(nodes), children(evidence, SMALL_POOL))
            .row("lazy expansion", grouped(expanding), children(evidence, EXPANDING)));
  }

  private static Map<Double, Double> levels(Evidence evidence, String phrase) {
    Map<Double, Double> levels = new TreeMap<>();
    BranchLevels.of(evidence, phrase, keys(KEYS))
        .forEach((level, branches) -> levels.put(level + 1.0, branches));
    return levels;
  }

  private static String children(Evidence evidence, String phrase) {
    return text("%.4f", value(evidence, "childrenPerNode", phrase, KEYS));
  }

  private static String grouped(long number) {
    return text("%,d", number);
  }
}
