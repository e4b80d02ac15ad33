package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.allocation.LoneAllocator;
import org.hamtlab.experiments.allocation.RecordedTraces;
import org.hamtlab.map.Hamt;
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
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Allocator;
import org.hamtlab.testkit.TestMemory;
import org.hamtlab.testkit.trace.AllocationTrace;

/**
 * Claim E5: each of 683,500 fallbacks cost 150 ns, 102 ms in all, of a run of 90 ms.
 *
 * <p>The published numbers decide. What a request costs here is shown beside them: the requests of
 * a fill of the treatments of claim C3 are replayed without a trie, and set against a whole fill.
 *
 * <p><b>Source.</b> Seed 004, "Impact on Performance".
 */
public final class FallbackCostClaim extends MojoClaim {
  private static final String PUBLISHED = "published";
  private static final int KEYS = 100_000;
  static final String REQUEST = "a request";
  static final String INSERT = "an insert";
  private static final String REQUESTS = "allocations";
  private static final String FALLBACKS = "fallbacks";
  private static final int REPLICATES = 3;
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 4;

  /** Creates the claim. */
  public FallbackCostClaim() {
    super(
        new Terms(
            "E5",
            Kind.ARITHMETIC,
            "each malloc fallback costs about 150 ns, 102 ms in all, of a run of about 90 ms",
            "seed 004, Impact on Performance",
            "a part cannot exceed the whole (R4): SUPPORTED if fallbacks × 150 ns are at most the"
                + " run's time, else REFUTED",
            "at most 100 % of the run"));
  }

  @Override
  public void measure(Recorder recorder) {
    recorder.add(PUBLISHED, "cost of a fallback", 150, "ns");
    recorder.add(PUBLISHED, "insert with fallbacks", 898, "ns");
    recorder.add(PUBLISHED, "insert without", 402, "ns");
    Counting.record(recorder, SMALL_POOL, keys(KEYS), FALLBACKS);
    Counting.record(recorder, PoolTreatments.EXHAUSTED, keys(KEYS), REQUESTS, FALLBACKS);
  }

  @Override
  public int replicates() {
    return REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    AllocationTrace trace = trace();
    Stopwatch requests = new Stopwatch(replicate);
    for (String pool : List.of(PoolTreatments.SMALL, PoolTreatments.LARGE)) {
      Allocator allocator =
          LoneAllocator.of(Registry.installed(), pool, new TestMemory(Integer.MAX_VALUE))
              .allocator();
      int[] addresses = new int[trace.requests()];
      requests.add(pool, () -> trace.run(allocator, addresses), allocator::reset);
    }
    requests.record(recorder, REQUEST, trace.requests(), WARM_UP, ROUNDS);
    Stopwatch inserts = new Stopwatch(replicate);
    List<Hamt<?, ?>> filled = new ArrayList<>();
    inserts.add(
        PoolTreatments.SMALL,
        () -> {
          Hamt<Object, Object> map = Hamt.of(PoolTreatments.EXHAUSTED);
          filled.add(map);
          fill(map);
        },
        () -> filled.removeLast().close());
    inserts.record(recorder, INSERT, KEYS, WARM_UP, ROUNDS);
  }

  /** What a fill asks of its allocator. */
  static AllocationTrace trace() {
    String axes = PoolTreatments.LAYOUT + " assembly=shared";
    return RecordedTraces.of("fill", axes, FallbackCostClaim::fill);
  }

  private static void fill(Hamt<Object, Object> map) {
    for (long key = 0; key < KEYS; key++) {
      map.put(key, key);
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    long fallbacks = count(evidence, FALLBACKS, SMALL_POOL, KEYS);
    double cost = evidence.value(PUBLISHED, "cost of a fallback") * fallbacks / 1e6;
    double run = evidence.value(PUBLISHED, "insert with fallbacks") * KEYS / 1e6;
    return Judgement.arithmetic(
            cost <= run,
            text(
                "%.1f ms of fallbacks in a run of %.1f ms are %.0f %% of it; the write-up's own"
                    + " times leave at most %.0f ns a fallback",
                cost, run, 100 * cost / run, atMost(evidence)))
        .refusing("R4: attributions that sum to more than the whole are not repeated.");
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    long fallbacks = count(evidence, FALLBACKS, SMALL_POOL, KEYS);
    double before = evidence.value(PUBLISHED, "insert with fallbacks");
    double after = evidence.value(PUBLISHED, "insert without");
    DataTable published =
        DataTable.of("What the published times allow", "quantity", "value")
            .row("fallbacks per insert", text("%.3f", (double) fallbacks / KEYS))
            .row("time saved per insert", text("%.0f ns", before - after))
            .row("so per fallback", text("%.1f ns", atMost(evidence)));
    Prose prose =
        new Prose(
            "Where 150 ns come from: from no measurement. What the fix saved, by fallbacks counted, is"
                + " all that a fallback can have cost. The experiment that isolates it here: the"
                + " requests of a fill, replayed without a trie, from a pool that holds everything"
                + " and from one that does not.");
    return evidence.variants(REQUEST).isEmpty()
        ? List.of(prose, published)
        : List.of(prose, published, measured(evidence));
  }

  /** What requests cost on this host, and what part of an insert that can be. */
  private static DataTable measured(Evidence evidence) {
    var exhausted = evidence.logs(REQUEST, PoolTreatments.SMALL);
    var sized = evidence.logs(REQUEST, PoolTreatments.LARGE);
    var insert = evidence.logs(INSERT, PoolTreatments.SMALL);
    long requests = count(evidence, REQUESTS, PoolTreatments.EXHAUSTED, KEYS);
    long fallbacks = count(evidence, FALLBACKS, PoolTreatments.EXHAUSTED, KEYS);
    Interval share = exhausted.over(insert).interval().times((double) requests / KEYS);
    return DataTable.of(
            "Cost of requests on this host, headers and child arrays apart", "quantity", "value")
        .row("requests of a fill, counted", text("%,d", requests))
        .row("of these fallbacks to malloc, exhausted pool", text("%,d", fallbacks))
        .row("ns a request, exhausted pool", exhausted.interval().text())
        .row("ns a request, pool that holds everything", sized.interval().text())
        .row("times as long", exhausted.over(sized).interval().text())
        .row("ns an insert, exhausted pool", insert.interval().text())
        .row("share of requests in an insert", share.text());
  }

  private static double atMost(Evidence evidence) {
    double saved =
        evidence.value(PUBLISHED, "insert with fallbacks")
            - evidence.value(PUBLISHED, "insert without");
    return saved * KEYS / count(evidence, FALLBACKS, SMALL_POOL, KEYS);
  }
}
