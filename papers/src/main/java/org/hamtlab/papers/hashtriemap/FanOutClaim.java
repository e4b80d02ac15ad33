package org.hamtlab.papers.hashtriemap;

import java.util.List;
import java.util.Optional;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Logs;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim P3: nodes of 16 are the sweet spot of look-ups. Ratios are geometric means over sizes,
 * since a ranking from one size says little.
 *
 * <p><b>Source.</b> golang/go, src/internal/sync/hashtriemap.go, comment on nChildrenLog2.
 *
 * <p><b>Deviations.</b> Go's nodes have a slot for every fragment and are shared between threads;
 * ours have a bitmap and one thread.
 */
public final class FanOutClaim implements Claim {
  private static final double SMALLER = 1.5;
  private static final double LEAST_GAIN = 0.98;
  private static final double LARGER = 1;
  private static final List<Integer> SPANS = List.of(3, 4, 5, 6);
  private static final List<String> KEYS = List.of("random:4096", "random:16384", "random:65536");

  /** Creates the claim. */
  public FanOutClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "P3",
        Kind.MEASURED,
        "16-way is the sweet spot: smaller nodes lose 50 % or more, 32-way gains about 1 %.",
        "golang/go, internal/sync, comment on nChildrenLog2",
        "SUPPORTED if look-ups by span 3 take at least 1.5 of those by span 4, and by span 5 0.98 to"
            + " 1.00 of them; REFUTED if one interval lies outside",
        "ratios 1.5, and 0.98 to 1.00");
  }

  @Override
  public Optional<String> sweep() {
    return Optional.of("fan-out.sweep");
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Times times = evidence.times();
    return judge(mean(times, 3), mean(times, 5), mean(times, 6));
  }

  /** Decides by the ratios to span 4. */
  static Judgement judge(Interval eight, Interval thirtyTwo, Interval sixtyFour) {
    return Judgement.all(
            List.of(
                Judgement.atLeast(eight, SMALLER, "8-way over 16-way"),
                Judgement.within(thirtyTwo, LEAST_GAIN, LARGER, "32-way over 16-way")))
        .noting("64-way over 16-way " + sixtyFour.text())
        .refusing("R7: nothing is said about sizes outside 4,096 to 65,536 entries.");
  }

  private static Interval mean(Times times, int span) {
    return Logs.mean(
            KEYS.stream()
                .map(keys ->
                    times
                        .of("get-hit", keys, phrase(span))
                        .over(times.of("get-hit", keys, phrase(4))))
                .toList())
        .interval();
  }

  private static String phrase(int span) {
    return "@addressed layout=tagged-int{span=" + span + "}";
  }

  @Override
  public void measure(Recorder recorder) {
    for (String keys : KEYS) {
      for (int span : SPANS) {
        Counting.record(
            recorder, phrase(span), keys, "internalNodes", "meanLeafLevel", "bytesPerEntry");
      }
    }
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "Shape by fan-out, equal on every machine",
            "keys",
            "fan-out",
            "branches",
            "mean level of leaves",
            "bytes an entry");
    for (String keys : KEYS) {
      for (int span : SPANS) {
        String variant = Counting.variant(phrase(span), keys);
        table =
            table.row(
                keys,
                Integer.toString(1 << span),
                Interval.digits(evidence.value("internalNodes", variant)),
                Interval.digits(evidence.value("meanLeafLevel", variant)),
                Interval.digits(evidence.value("bytesPerEntry", variant)));
      }
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the fan-out alone is changed, and what it does to the"
                + " shape is counted. Each level that it saves is a node less on the way of a"
                + " look-up. With a bitmap a wide node has no empty slots to pay for that; one with a"
                + " slot for every fragment would have."),
        table);
  }
}
