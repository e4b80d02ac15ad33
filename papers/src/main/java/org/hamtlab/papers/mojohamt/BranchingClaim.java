package org.hamtlab.papers.mojohamt;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.experiments.count.Counters;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.LineChart;
import org.hamtlab.papers.page.Prose;
import org.hamtlab.registry.Registry;

/**
 * Claim B3: a node should have about 32 children.
 *
 * <p><b>Source.</b> Seed 001, "Tree Analysis (100K Entries)".
 */
public final class BranchingClaim extends MojoClaim {
  private static final double ABOUT_32 = 16;
  private static final String QUANTITY = "oracle childrenPerNode";
  private static final String LAZY = EXPANDING;
  private static final int HALF_OCTAVES = 21;

  /** Creates the claim. */
  public BranchingClaim() {
    super(
        new Terms(
            "B3",
            Kind.EXACT,
            "a node should have about 32 children (1.14 is very low)",
            "seed 001, Tree Analysis (100K Entries)",
            "the most children per node that the shape oracle gives a perfect hash at any size from"
                + " 1,000 to 1,024,000 in half octaves, whatever the expansion rule: SUPPORTED if"
                + " at least half of 32, else REFUTED",
            "16 children per node"));
  }

  private static int size(int half) {
    return (int) Math.round(1_000 * Math.pow(2, half / 2.0));
  }

  @Override
  public void measure(Recorder recorder) {
    Registry registry = Registry.installed();
    for (String phrase : List.of(SMALL_POOL, LAZY)) {
      for (int half = 0; half < HALF_OCTAVES; half++) {
        int n = size(half);
        double children =
            Counters.predictions(registry, registry.resolve(phrase), n)
                .get("childrenPerNode")
                .expected();
        recorder.add(QUANTITY, phrase + " n=" + n, children, "expected count");
      }
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    double none = most(evidence, SMALL_POOL);
    double lazy = most(evidence, LAZY);
    return Judgement.exact(
        Math.max(none, lazy) >= ABOUT_32,
        text(
            "a perfect hash reaches at most %.2f children per node as published, %.2f with lazy"
                + " expansion",
            none, lazy));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    return List.of(
        new Prose(
            "The experiment that isolates it: a perfect hash, which the shape oracle computes, under"
                + " either rule of expansion. With leaves at the last level nearly every node stands"
                + " in a chain of its own; with lazy expansion only the upper levels are full, and"
                + " the last one, in which most nodes are, holds what is left."),
        LineChart.of(
                "Children per node that a perfect hash gives, six bits a level: they swing with"
                    + " period 64, and no hash changes that.",
                "entries",
                "children per node")
            .line("as published", line(evidence, SMALL_POOL))
            .line("lazy expansion", line(evidence, LAZY)));
  }

  private static double most(Evidence evidence, String phrase) {
    return line(evidence, phrase).values().stream().mapToDouble(v -> v).max().orElseThrow();
  }

  private static Map<Double, Double> line(Evidence evidence, String phrase) {
    Map<Double, Double> line = new TreeMap<>();
    for (int half = 0; half < HALF_OCTAVES; half++) {
      int n = size(half);
      line.put((double) n, evidence.value(QUANTITY, phrase + " n=" + n));
    }
    return line;
  }
}
