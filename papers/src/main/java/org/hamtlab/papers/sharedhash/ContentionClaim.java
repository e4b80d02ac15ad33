package org.hamtlab.papers.sharedhash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.huffman.HuffmanSetups;
import org.hamtlab.experiments.huffman.HuffmanSetups.Cell;
import org.hamtlab.experiments.huffman.Setup;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Logs;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim D5: that contention is what the baseline pays for.
 *
 * <p>Lock, search, freeing and threads are changed one at a time and in all combinations; the claim
 * is about the lock alone. Where 30 times came from is asked further by who gets the lock next.
 *
 * <p><b>Source.</b> Seed 003, "Lock Contention is a Performance Killer".
 */
public final class ContentionClaim extends SharedHashClaim {
  static final String BY_ARRIVAL = "lock by arrival";
  static final String ONE_THREAD = "one thread, heap without a lock";
  static final String ONE_POOL = "one thread, pool";
  static final String POOLS = "pools, workers";
  static final List<String> FACTORS = List.of("lock", "search", "freeing", "threads");

  private static final double CLAIMED = 30;
  private static final double HALF = CLAIMED / 2;

  /** Creates the claim. */
  public ContentionClaim() {
    super(
        new Terms(
            "D5",
            Kind.MEASURED,
            "threads mostly wait for the lock; about 30 times is the price of contention",
            "seed 003, What I Learned 1",
            "SUPPORTED if removing the lock alone, all else equal, gains at least half of the claimed"
                + " factor; REFUTED if the whole interval is below",
            "an allocator for each thread at least 15 times as fast as one under a lock"));
  }

  private static Map<String, Setup> setups() {
    int processors = Runtime.getRuntime().availableProcessors();
    Map<String, Setup> setups = new LinkedHashMap<>(HuffmanSetups.factorial(processors));
    Map<String, Setup> modes = HuffmanSetups.modes(processors);
    setups.put(BY_ARRIVAL, modes.get("baseline, lock by arrival"));
    for (String mode : List.of(POOLS, ONE_THREAD, ONE_POOL)) {
      setups.put(mode, modes.get(mode));
    }
    return setups;
  }

  static String baseline() {
    return HuffmanSetups.cells().getFirst().name();
  }

  @Override
  public void measure(Recorder recorder) {
    time(recorder, ONE_MIB, setups());
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Judgement judgement =
        Judgement.atLeast(alone(evidence, 0), HALF, "gain of removing the lock alone");
    for (int factor = 1; factor < FACTORS.size(); factor++) {
      judgement =
          judgement.noting(FACTORS.get(factor) + " alone " + alone(evidence, factor).text());
    }
    return judgement
        .noting(
            "a lock by arrival makes the baseline slower "
                + speedUp(evidence, ONE_MIB, baseline(), BY_ARRIVAL).text())
        .noting(
            "one thread without a lock beside the baseline "
                + speedUp(evidence, ONE_MIB, ONE_THREAD, baseline()).text())
        .noting(
            "pools on all processors beside that thread "
                + speedUp(evidence, ONE_MIB, POOLS, ONE_THREAD).text())
        .refusing(
            "R2: of the published 30 no share is given to contention, since lock, search and freeing"
                + " changed together");
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    IntervalChart gains =
        IntervalChart.ofRatios(
                "What changing one thing gains (1 MiB)", "times as fast, by the clock")
            .mark(1, "no gain")
            .mark(CLAIMED, "claimed");
    for (int factor = 0; factor < FACTORS.size(); factor++) {
      gains =
          gains
              .row(FACTORS.get(factor) + ", from the baseline", alone(evidence, factor))
              .row(FACTORS.get(factor) + ", mean of all combinations", mean(evidence, factor));
    }
    gains =
        gains
            .row("a lock by arrival", speedUp(evidence, ONE_MIB, BY_ARRIVAL, baseline()))
            .row(
                "pools, as many threads as processors",
                speedUp(evidence, ONE_MIB, POOLS, baseline()))
            .row("one thread without a lock", speedUp(evidence, ONE_MIB, ONE_THREAD, baseline()))
            .row("one thread with a pool", speedUp(evidence, ONE_MIB, ONE_POOL, baseline()));
    return List.of(
        new Prose(
            "lock: one allocator under a lock, or one without for each thread. search: first fit, or"
                + " free lists by size. freeing: one by one, or all at once. threads: 20 fresh ones"
                + " for 20 blocks, or one a processor for 64. By arrival, the lock goes to the"
                + " thread that has waited longest, which must be woken first; otherwise to whoever"
                + " runs."),
        gains,
        combinations(evidence));
  }

  private static Exhibit combinations(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "All combinations (1 MiB)",
            "allocator, search, freeing, threads",
            "locks",
            "ms",
            "cpu ms");
    for (Cell cell : HuffmanSetups.cells()) {
      table =
          table.row(
              cell.name(),
              number(locks(evidence, ONE_MIB, cell.name())),
              millis(evidence, ONE_MIB, cell.name()).interval().text(),
              cpuMillis(evidence, ONE_MIB, cell.name()).interval().text());
    }
    return table;
  }

  /** What changing one factor of the baseline gains. */
  static Interval alone(Evidence evidence, int factor) {
    Cell baseline = HuffmanSetups.cells().getFirst();
    return speedUp(evidence, ONE_MIB, baseline.flipped(factor).name(), baseline.name());
  }

  /** What changing one factor gains in the mean over all levels of the others. */
  static Interval mean(Evidence evidence, int factor) {
    List<Logs> gains =
        HuffmanSetups.cells().stream()
            .filter(cell -> cell.isBaseline(factor))
            .map(cell ->
                millis(evidence, ONE_MIB, cell.name())
                    .over(millis(evidence, ONE_MIB, cell.flipped(factor).name())))
            .toList();
    return Logs.mean(gains).interval();
  }
}
