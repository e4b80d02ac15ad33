package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.Arrays;
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
 * Claim B13: prefetching memory, or laying it out anew, gains 20 to 30 %.
 *
 * <p>A JVM has no prefetch instruction; looking up many keys level by level has the same effect,
 * since the loads of different keys overlap.
 *
 * <p><b>Source.</b> Seed 001, "Cache Behavior".
 */
public final class PrefetchClaim extends MojoClaim {
  private static final String QUANTITY = "look-up";
  private static final String AS_BUILT = "asked in the order of building";
  private static final String OTHERWISE = "asked in another order";
  private static final double GAIN = 1.2;
  private static final int KEYS = 100_000;
  private static final int BATCH = 64;
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 12;
  private static final List<String> PHRASES =
      List.of(IN_WORDS, "@addressed layout=tagged-int{span=6}");

  /** Creates the claim. */
  public PrefetchClaim() {
    super(
        new Terms(
            "B13",
            Kind.MEASURED,
            "cache misses dominate at 100,000 entries, and prefetching or another arrangement of"
                + " memory gains 20 to 30 %",
            "seed 001, Cache Behavior",
            "speed-up of shuffled look-ups in batches of 64, level by level, over one by one, on"
                + " the published trie in tagged words: SUPPORTED if the interval is at least 1.2,"
                + " REFUTED if below",
            "1.2 times"));
  }

  @Override
  public void measure(Recorder recorder) {
    for (String phrase : PHRASES) {
      Windows.record(recorder, phrase, AS_BUILT, keys(KEYS), keys(KEYS));
      Windows.record(recorder, phrase, OTHERWISE, keys(KEYS), "shuffled:" + KEYS);
    }
  }

  @Override
  public int replicates() {
    return 10;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    List<Long> order = new ArrayList<>();
    for (long key = 0; key < KEYS; key++) {
      order.add(key);
    }
    Collections.shuffle(order, new Random(replicate + 1));
    Object[] asked = order.stream().map(key -> (Object) Long.valueOf(key.longValue())).toArray();
    Collections.shuffle(order, new Random(-replicate - 1));
    for (String phrase : PHRASES) {
      try (Hamt<Object, Object> inOrder = Hamt.of(phrase);
          Hamt<Object, Object> scattered = Hamt.of(phrase)) {
        for (long key = 0; key < KEYS; key++) {
          inOrder.put(key, key);
        }
        order.forEach(key -> scattered.put(key, key));
        Object[] sorted = asked.clone();
        Arrays.sort(sorted);
        new Stopwatch(replicate)
            .add("one by one " + phrase, () -> oneByOne(inOrder, asked))
            .add("in batches " + phrase, () -> inBatches(inOrder, asked))
            .add("in the order of building " + phrase, () -> oneByOne(inOrder, sorted))
            .add("in another order " + phrase, () -> oneByOne(scattered, sorted))
            .record(recorder, QUANTITY, KEYS, WARM_UP, ROUNDS);
      }
    }
  }

  private static void oneByOne(Hamt<Object, Object> map, Object[] keys) {
    long found = 0;
    for (Object key : keys) {
      found += (Long) map.get(key);
    }
    prove(found);
  }

  private static void inBatches(Hamt<Object, Object> map, Object[] keys) {
    Object[] values = new Object[BATCH];
    long found = 0;
    for (int start = 0; start < keys.length; start += BATCH) {
      int end = Math.min(start + BATCH, keys.length);
      Object[] asked = Arrays.copyOfRange(keys, start, end);
      map.getAll(asked, values, null);
      for (int i = 0; i < asked.length; i++) {
        found += (Long) values[i];
      }
    }
    prove(found);
  }

  private static void prove(long found) {
    long all = (long) KEYS * (KEYS - 1) / 2;
    if (found != all) {
      throw new IllegalStateException("B13: found " + found + " in sum (expected " + all + ").");
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    return Judgement.atLeast(
            gain(evidence, "one by one ", "in batches ", IN_WORDS), GAIN, "speed-up by batches")
        .refusing(
            "R3: cache misses are not counted (this host has no hardware counters), so they are not"
                + " named as the cause.");
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    IntervalChart chart =
        IntervalChart.ofRatios("Speed-up of look-ups", "times as fast, 95 % interval")
            .mark(GAIN, "claimed");
    for (String phrase : PHRASES) {
      String name = phrase.equals(IN_WORDS) ? "as published" : "lazy expansion";
      chart =
          chart
              .row("batches of 64, " + name, gain(evidence, "one by one ", "in batches ", phrase))
              .row(
                  "asked as allocated, " + name,
                  gain(evidence, "in another order ", "in the order of building ", phrase));
    }
    return List.of(chart);
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    return List.of(
        new Prose(
            "The experiment that isolates it: the arrangement of memory alone. The same trie is asked"
                + " in the order in which its nodes lie, and in another; what 64 successive look-ups"
                + " cover is counted. A batch of 64 covers the same lines as 64 single look-ups: it"
                + " saves no load, it only lets loads of different keys overlap. So what batches gain"
                + " is waiting, and what arrangement gains are lines and pages."),
        Windows.table(evidence, PHRASES.get(0), List.of(AS_BUILT, OTHERWISE)),
        Windows.table(evidence, PHRASES.get(1), List.of(AS_BUILT, OTHERWISE)));
  }

  private static Interval gain(Evidence evidence, String from, String to, String phrase) {
    return evidence
        .logs(QUANTITY, from + phrase)
        .over(evidence.logs(QUANTITY, to + phrase))
        .interval();
  }
}
