package org.hamtlab.papers.sharedhash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.experiments.huffman.HuffmanSetups;
import org.hamtlab.experiments.huffman.Setup;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.LineChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim D4: the best size of pools.
 *
 * <p>Judged by the time that threads spend on processors, which other work on the host changes far
 * less than the clock. Waiting for the lock would come on top of what small pools cost; pools that
 * never run out wait alike.
 *
 * <p><b>Source.</b> Seed 003, "Pool Size Tuning".
 */
public final class PoolSizeClaim extends SharedHashClaim {
  /** The most that a block takes from its pool, in whole KiB. */
  private static final int LEAST_KIBIBYTES = 18;

  private static final String CHOSEN = "32 KiB";
  private static final double TOO_SMALL = 1.02;
  private static final double DOUBLED_GAIN = 1.1;

  /** Creates the claim. */
  public PoolSizeClaim() {
    super(
        new Terms(
            "D4",
            Kind.MEASURED,
            "pools of 2 KB and 8 KB are too small, 32 KB is the sweet spot",
            "seed 003, Pool Size Tuning",
            "SUPPORTED if all parts are: 32 KiB takes two locks a block and the next smaller power of"
                + " two more; 2 and 8 KiB cost more time than 32; 64 KiB hardly less. REFUTED if one"
                + " is refuted",
            "2 and 8 KiB at least 1.02 times the processors' time of 32, 64 KiB saves at most a factor"
                + " of 1.1; four threads that live throughout, so that starting them hides nothing"));
  }

  private static Map<String, Setup> sizes() {
    Map<String, Setup> sizes = new LinkedHashMap<>(HuffmanSetups.poolSizes());
    sizes.put(
        LEAST_KIBIBYTES + " KiB",
        sizes.get(CHOSEN).withAllocator(HuffmanSetups.pools(LEAST_KIBIBYTES << 10)));
    sizes.replaceAll((name, setup) -> setup.living(4));
    return sizes;
  }

  @Override
  public void measure(Recorder recorder) {
    time(recorder, ONE_MIB, sizes());
  }

  @Override
  public Judgement judge(Evidence evidence) {
    List<Judgement> parts = new ArrayList<>();
    parts.add(counts(evidence));
    for (String small : List.of("2 KiB", "8 KiB")) {
      parts.add(
          Judgement.atLeast(
              cpuSaving(evidence, ONE_MIB, CHOSEN, small),
              TOO_SMALL,
              small + " over 32 KiB: time on processors"));
    }
    parts.add(
        Judgement.atMost(
            cpuSaving(evidence, ONE_MIB, "64 KiB", CHOSEN),
            DOUBLED_GAIN,
            "32 KiB over 64 KiB: time on processors"));
    return Judgement.all(parts)
        .noting(
            LEAST_KIBIBYTES
                + " KiB take "
                + number(locks(evidence, ONE_MIB, LEAST_KIBIBYTES + " KiB"))
                + " locks as well; a block needs "
                + number(evidence.count(POOL_BYTES, variant(ONE_MIB, CHOSEN)))
                + " bytes at most")
        .refusing("R7: no size between those that were tried is called best");
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of("Sizes of pools (1 MiB)", "pool", "locks", "bytes used of it", "ms", "cpu ms");
    Map<Double, Double> times = new TreeMap<>();
    for (String size : bySize()) {
      String variant = variant(ONE_MIB, size);
      table =
          table.row(
              size,
              number(evidence.count(LOCKS, variant)),
              number(evidence.count(POOL_BYTES, variant)),
              millis(evidence, ONE_MIB, size).interval().text(),
              cpuMillis(evidence, ONE_MIB, size).interval().text());
      times.put((double) kibibytes(size), millis(evidence, ONE_MIB, size).interval().value());
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the size of the pool alone. A block needs so many bytes"
                + " of its pool and no more; a smaller pool sends the rest to the shared heap, with a"
                + " lock for each request, and a larger one is never filled."),
        LineChart.of("Time by size of a thread's pool (1 MiB)", "KiB", "ms").line("time", times),
        table);
  }

  private static List<String> bySize() {
    return sizes().keySet().stream()
        .sorted(Comparator.comparingInt(PoolSizeClaim::kibibytes))
        .toList();
  }

  private static int kibibytes(String size) {
    return Integer.parseInt(size.substring(0, size.indexOf(' ')));
  }

  private static Judgement counts(Evidence evidence) {
    long blocks = evidence.count("blocks", variant(ONE_MIB, CHOSEN));
    long chosen = locks(evidence, ONE_MIB, CHOSEN);
    long smaller = locks(evidence, ONE_MIB, "16 KiB");
    return Judgement.exact(
        chosen == 2 * blocks && smaller > 2 * blocks,
        "locks with 2, 8, 16, 32, 64 KiB: "
            + String.join(
                ", ",
                List.of("2 KiB", "8 KiB", "16 KiB", CHOSEN, "64 KiB").stream()
                    .map(size -> number(locks(evidence, ONE_MIB, size)))
                    .toList()));
  }
}
