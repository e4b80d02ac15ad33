package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.EvidenceException;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;
import org.hamtlab.papers.page.Prose;
import org.hamtlab.registry.Registry;

/**
 * Claim B16: a free list that is not used costs nothing.
 *
 * <p>Spans of three bits in arrays of eight never grow, so that inserting frees nothing. Both are
 * timed in turn in one process, after a collection each, beside a second copy of the treatment
 * without a free list: classes that are compiled apart differ by themselves, and by so much the
 * interval is widened (R5).
 *
 * <p><b>Source.</b> Seed 001, "Appendix: What We Stashed".
 */
public final class FreeListClaim extends MojoClaim {
  static final String INSERT = "insert";
  static final String CHURN = "churn";
  static final String WITHOUT = "without";
  static final String TWIN = "without, again";
  static final String WITH = "with a free list";
  static final int KEYS = 30_000;
  static final String LAYOUT =
      "hash=mojo-ahash layout=sealed-class{span=3,hash-bits=60,arrays=doubling,min-capacity=8}"
          + " compression=lazy-expansion allocator=";
  static final String OFF = LAYOUT + "arena";
  static final String ON = LAYOUT + "freelist{parent=arena}";

  private static final double MARGIN = 1.05;
  private static final int REPLICATES = 16;
  private static final int WARM_UP = 30;
  private static final int WARM_UP_MILLIS = 600;
  private static final int ROUNDS = 40;
  private static final int CHURN_ROUNDS = 10;

  /** Creates the claim. */
  public FreeListClaim() {
    super(
        new Terms(
            "B16",
            Kind.MEASURED,
            "a free list costs nothing while nothing is freed",
            "seed 001, Appendix: What We Stashed",
            "time of inserting with the free list by time without, nothing being freed: SUPPORTED"
                + " if the whole interval lies between 1/1.05 and 1.05, REFUTED if it lies outside",
            "0.952 to 1.05"));
  }

  @Override
  public void measure(Recorder recorder) {
    for (String phrase : List.of(OFF, ON)) {
      Counting.record(
          recorder, phrase, keys(KEYS), "allocations", "frees", "slotsRequested", "slotsReserved");
    }
  }

  @Override
  public int replicates() {
    return REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    Object[] keys = Work.sequential(KEYS);
    Work without = new Work(composition(OFF), keys);
    Work twin = new Work(composition(OFF), keys);
    Work with = new Work(composition(ON), keys);
    Stopwatch inserts = new Stopwatch(replicate).collecting().warmingUpMillis(WARM_UP_MILLIS);
    without.addInserts(inserts, WITHOUT);
    twin.addInserts(inserts, TWIN);
    with.addInserts(inserts, WITH);
    inserts.record(recorder, INSERT, 1, WARM_UP, ROUNDS);
    Stopwatch churn = new Stopwatch(replicate).collecting();
    without.addChurn(churn, WITHOUT);
    with.addChurn(churn, WITH);
    churn.record(recorder, CHURN, 1, CHURN_ROUNDS, CHURN_ROUNDS);
  }

  private static Composition composition(String phrase) {
    Registry registry = Registry.installed();
    return Composition.independent(registry, registry.resolve(phrase));
  }

  @Override
  public Judgement judge(Evidence evidence) {
    long frees = count(evidence, "frees", ON, KEYS);
    if (frees > 0) {
      throw new EvidenceException("B16: " + frees + " frees while inserting (expected none).");
    }
    double twin = ratio(evidence, INSERT, TWIN).value();
    Interval price = ratio(evidence, INSERT, WITH).widened(Math.max(twin, 1 / twin) - 1);
    return Judgement.within(price, 1 / MARGIN, MARGIN, "time ratio of inserts")
        .noting("0 frees counted; A/A " + ratio(evidence, INSERT, TWIN).text());
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    return List.of(
        IntervalChart.ofRatios(
                "Time with a free list by time without: while it is unused, and under churn, where"
                    + " the memory without one only grows",
                "ratio, 95 % interval")
            .mark(1, "nothing")
            .row("insert, nothing freed", ratio(evidence, INSERT, WITH))
            .row("insert, A/A", ratio(evidence, INSERT, TWIN))
            .row("churn", ratio(evidence, CHURN, WITH)));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            text("Inserting %,d keys, counted", KEYS),
            "counter",
            "without a free list",
            "with one");
    for (String counter : List.of("allocations", "frees", "slotsRequested", "slotsReserved")) {
      table =
          table.row(
              counter,
              text("%,d", count(evidence, counter, OFF, KEYS)),
              text("%,d", count(evidence, counter, ON, KEYS)));
    }
    return List.of(
        new Prose(
            text(
                "The experiment that isolates it: everything that an allocator is asked for is the"
                    + " same with and without; what the list adds is a look at an empty list for each"
                    + " of %.2f requests an insert, and nothing else.",
                value(evidence, "allocations", ON, KEYS) / KEYS)),
        table);
  }

  /** By the time without, in pairs. */
  private static Interval ratio(Evidence evidence, String quantity, String variant) {
    return evidence.logs(quantity, variant).over(evidence.logs(quantity, WITHOUT)).interval();
  }
}
