package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim C6: of an insert of 210 ns, leaf copies take 48, array growth 30, dispatch 20 ns.
 *
 * <p>Growth can be isolated: its number is counted, the price of one is timed. Dispatch is claim
 * B12. Leaf copies have no counterpart, since Java copies references and not keys.
 *
 * <p><b>Source.</b> Seed 002, "Identified Bottlenecks".
 */
public final class InsertPartsClaim extends MojoClaim {
  private static final double CLAIMED = 30.0 / 210;
  private static final double HALF = CLAIMED / 2;
  private static final int KEYS = 10_000;
  private static final int GROWTHS = 100_000;

  /** Arrays that escape, so that the compiler cannot drop their making. */
  private static final int GROWTHS_KEPT = 1_024;

  private static final int LEAST_CAPACITY = 4;
  private static final int WARM_UP = 20;
  private static final int WARM_UP_MILLIS = 300;
  private static final int ROUNDS = 20;

  /** Creates the claim. */
  public InsertPartsClaim() {
    super(
        new Terms(
            "C6",
            Kind.MEASURED,
            "of an insert of 210 ns, leaf copies take 48, growing arrays 30 and dispatch 20 ns",
            "seed 002, Identified Bottlenecks",
            "the part that can be isolated here, growth: price of one growth times growths per"
                + " insert by the time of an insert; SUPPORTED if at least half of the claimed"
                + " 30/210, REFUTED if below",
            text("%.1f %% of an insert", 100 * HALF)));
  }

  @Override
  public void measure(Recorder recorder) {
    Counting.record(recorder, LARGE_POOL, keys(KEYS), "frees", "allocations", "singleChildNodes");
  }

  @Override
  public int replicates() {
    return 6;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    Stopwatch inserts = new Stopwatch(replicate).collecting().warmingUpMillis(WARM_UP_MILLIS);
    new Work(Composition.of(LARGE_POOL), Work.sequential(KEYS)).addInserts(inserts, "insert");
    inserts.record(recorder, "time", 1, WARM_UP, ROUNDS);
    Object[] full = new Object[LEAST_CAPACITY];
    Object[][] grown = new Object[GROWTHS_KEPT][];
    new Stopwatch(replicate)
        .add("growth", () -> grow(full, grown))
        .record(recorder, "time", GROWTHS, WARM_UP, ROUNDS);
  }

  private static void grow(Object[] full, Object[][] grown) {
    for (int i = 0; i < GROWTHS; i++) {
      Object[] larger = new Object[2 * LEAST_CAPACITY];
      System.arraycopy(full, 0, larger, 0, LEAST_CAPACITY);
      grown[i % GROWTHS_KEPT] = larger;
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    return Judgement.atLeast(share(evidence), HALF, "growth's share of an insert")
        .noting(
            text(
                "%.3f growths per insert; 30 ns an insert would be %.0f ns a growth",
                growths(evidence), 30 / growths(evidence)))
        .refusing(
            "R2: nothing is said of leaf copies (Java copies references, not keys) and of dispatch"
                + " (B12); R10: times are not subtracted from each other.");
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    return List.of(
        DataTable.of("Growth in isolation, this host", "quantity", "value")
            .row("growths per insert, counted", text("%.3f", growths(evidence)))
            .row("ns a growth from 4 to 8 slots", evidence.logs("time", "growth").interval().text())
            .row("ns an insert", evidence.logs("time", "insert").interval().text())
            .row("share of an insert", share(evidence).text())
            .row("share claimed", text("%.3f", CLAIMED)));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    long arrays = count(evidence, "allocations", LARGE_POOL, KEYS);
    long growths = count(evidence, "frees", LARGE_POOL, KEYS);
    return List.of(
        new Prose(
            "The experiment that isolates it: growths are counted, and the price of one is timed"
                + " alone. Arrays begin with room for four children, and nearly every node has one,"
                + " so hardly an array ever grows. What an insert does ask for are new arrays, one a"
                + " node."),
        DataTable.of(text("Arrays of %,d inserts, counted", KEYS), "arrays", "number", "an insert")
            .row("made", text("%,d", arrays), perInsert(arrays))
            .row("of these by growing another", text("%,d", growths), perInsert(growths))
            .row(
                "of nodes with a single child",
                text("%,d", count(evidence, "singleChildNodes", LARGE_POOL, KEYS)),
                perInsert(count(evidence, "singleChildNodes", LARGE_POOL, KEYS))));
  }

  private static String perInsert(long number) {
    return text("%.3f", (double) number / KEYS);
  }

  private static double growths(Evidence evidence) {
    return value(evidence, "frees", LARGE_POOL, KEYS) / KEYS;
  }

  private static Interval share(Evidence evidence) {
    return evidence
        .logs("time", "growth")
        .over(evidence.logs("time", "insert"))
        .interval()
        .times(growths(evidence));
  }
}
