package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hamtlab.map.Hamt;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;
import org.hamtlab.papers.evidence.Windows;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim B6: queries in shuffled order are slower than in the order of insertion.
 *
 * <p>Sweeps always look up in shuffled order, so both orders are timed here, in one process. Keys
 * looked up are copies made in the order of the look-ups, so that only the trie is scattered.
 *
 * <p><b>Source.</b> Seed 001, "Query Pattern Matters!".
 */
public final class QueryOrderClaim extends MojoClaim {
  private static final String QUANTITY = "look-up";
  private static final double AT_10K = 1.05;
  private static final double AT_100K = 1.18;
  private static final int[] AT = {10_000, 100_000};
  private static final List<String> PHRASES =
      List.of(LARGE_POOL, "@addressed layout=tagged-int{span=6}", "@default");
  private static final int LOOK_UPS_A_ROUND = 200_000;
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 12;

  /** Creates the claim. */
  public QueryOrderClaim() {
    super(
        new Terms(
            "B6",
            Kind.MEASURED,
            "shuffled queries are slower than sequential ones, by 10 % at 10,000 and by 36 % at"
                + " 100,000 entries",
            "seed 001, Query Pattern Matters!",
            "time of shuffled by time of sequential look-ups, as published: SUPPORTED if the"
                + " intervals are at least half of the claimed effects (1.05 and 1.18), REFUTED if"
                + " one is below",
            "1.05 at 10,000 and 1.18 at 100,000"));
  }

  @Override
  public void measure(Recorder recorder) {
    for (int n : AT) {
      for (String order : List.of("sequential", "shuffled")) {
        Windows.record(
            recorder, IN_WORDS, text("%s, %,d keys", order, n), keys(n), order + ":" + n);
      }
    }
  }

  @Override
  public int replicates() {
    return 6;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    for (String phrase : PHRASES) {
      for (int n : AT) {
        try (Hamt<Object, Object> map = Hamt.of(phrase)) {
          for (long key = 0; key < n; key++) {
            map.put(key, key);
          }
          time(map, n, phrase, replicate, recorder);
        }
      }
    }
  }

  private static void time(
      Hamt<Object, Object> map, int n, String phrase, int replicate, Recorder recorder) {
    List<Long> order = new ArrayList<>();
    for (long key = 0; key < n; key++) {
      order.add(key);
    }
    Object[] sequential = order.stream().map(key -> (Object) Long.valueOf(key)).toArray();
    Collections.shuffle(order, new Random(replicate + 1));
    Object[] shuffled = order.stream().map(QueryOrderClaim::copy).toArray();
    int passes = LOOK_UPS_A_ROUND / n;
    new Stopwatch(replicate)
        .add(variant("sequential", phrase, n), () -> lookUp(map, sequential, passes))
        .add(variant("shuffled", phrase, n), () -> lookUp(map, shuffled, passes))
        .record(recorder, QUANTITY, (long) passes * n, WARM_UP, ROUNDS);
  }

  private static Object copy(Long key) {
    return Long.valueOf(key.longValue());
  }

  private static void lookUp(Hamt<Object, Object> map, Object[] keys, int passes) {
    long found = 0;
    for (int pass = 0; pass < passes; pass++) {
      for (Object key : keys) {
        found += (Long) map.get(key);
      }
    }
    long all = (long) keys.length * (keys.length - 1) / 2 * passes;
    if (found != all) {
      throw new IllegalStateException("B6: found " + found + " in sum (expected " + all + ").");
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    return Judgement.all(
        List.of(
            Judgement.atLeast(order(evidence, LARGE_POOL, AT[0]), AT_10K, "at 10,000:"),
            Judgement.atLeast(order(evidence, LARGE_POOL, AT[1]), AT_100K, "at 100,000:")));
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    IntervalChart chart =
        IntervalChart.ofRatios("Time of shuffled by sequential look-ups", "ratio, 95 % interval")
            .mark(1.1, "1.10")
            .mark(1.36, "1.36");
    for (int i = 0; i < PHRASES.size(); i++) {
      String name = List.of("as published", "tagged words, lazy", "@default").get(i);
      for (int n : AT) {
        chart = chart.row(text("%s, %,d keys", name, n), order(evidence, PHRASES.get(i), n));
      }
    }
    return List.of(chart);
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    List<String> names = new ArrayList<>();
    for (int n : AT) {
      names.add(text("sequential, %,d keys", n));
      names.add(text("shuffled, %,d keys", n));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the order of look-ups alone, in one trie, and what the"
                + " paths of keys that follow each other have in common. Nodes stand where they were"
                + " made; whoever asks in the order of building finds those of successive keys beside"
                + " each other, in lines and pages that were just loaded."),
        Windows.table(evidence, IN_WORDS, names));
  }

  private static Interval order(Evidence evidence, String phrase, int n) {
    return evidence
        .logs(QUANTITY, variant("shuffled", phrase, n))
        .over(evidence.logs(QUANTITY, variant("sequential", phrase, n)))
        .interval();
  }

  static String variant(String order, String phrase, int n) {
    return order + " " + phrase + " n=" + n;
  }
}
