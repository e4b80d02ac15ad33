package org.hamtlab.papers.mojohamt;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.LineChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim E8: the tree grows exponentially.
 *
 * <p><b>Source.</b> Seed 004, "Fallback Paths Matter".
 */
public final class ShapeExponentClaim extends MojoClaim {
  private static final double FACTOR = 2;
  private static final int[] AT = {1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000};

  /** Creates the claim. */
  public ShapeExponentClaim() {
    super(
        new Terms(
            "E8",
            Kind.EXACT,
            "the tree grows exponentially in the number of entries",
            "seed 004, Fallback Paths Matter",
            "nodes per entry from 1,000 to 100,000 entries: exponential growth multiplies them;"
                + " SUPPORTED if they at least double, else REFUTED",
            "2 times"));
  }

  @Override
  public void measure(Recorder recorder) {
    for (int n : AT) {
      Counting.record(recorder, SMALL_POOL, keys(n), "internalNodes");
      Counting.record(recorder, EXPANDING, keys(n), "internalNodes");
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    double first = perEntry(evidence, SMALL_POOL, AT[0]);
    double last = perEntry(evidence, SMALL_POOL, AT[AT.length - 1]);
    return Judgement.exact(
        last >= FACTOR * first,
        text(
            "nodes per entry go from %.3f at 1,000 to %.3f at 100,000 entries, %.2f times",
            first, last, last / first));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    return List.of(
        new Prose(
            "The experiment that isolates it: the number of entries alone, under either rule of"
                + " expansion. What grows with the entries is the number of slots in use, in"
                + " proportion to them; the pool did not keep up with that."),
        LineChart.of(
                "Nodes per entry fall slowly as published, and swing about a constant with lazy"
                    + " expansion; exponential growth would rise without end.",
                "entries",
                "nodes per entry")
            .line("as published", line(evidence, SMALL_POOL))
            .line("lazy expansion", line(evidence, EXPANDING)));
  }

  private static Map<Double, Double> line(Evidence evidence, String phrase) {
    Map<Double, Double> line = new TreeMap<>();
    for (int n : AT) {
      line.put((double) n, perEntry(evidence, phrase, n));
    }
    return line;
  }

  private static double perEntry(Evidence evidence, String phrase, int n) {
    return (double) count(evidence, "internalNodes", phrase, n) / n;
  }
}
