package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Logs;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim B12: tagged pointers gain 30 to 50 %, since type dispatch costs 20 to 40 %.
 *
 * <p>Where nodes lie decides more than what tells them apart, so every run looks up in a map that
 * was built anew, and both layouts take turns in one process.
 *
 * <p><b>Source.</b> Seed 001, "Variant Dispatch Overhead".
 */
public final class TaggingClaim extends MojoClaim {
  static final String LOOK_UP = "look-up";
  static final String INSERT = "insert";

  private static final double GAIN = 1.3;
  private static final String OBJECTS =
      "hash=mojo-ahash layout=sealed-class{span=6,hash-bits=60,arrays=doubling} allocator=arena"
          + " compression=none";
  private static final int SMALL = 1_000;
  private static final int[] AT = {10_000, 100_000};
  private static final int[] SHOWN = {SMALL, 10_000, 100_000};
  private static final int REPLICATES = 16;
  private static final int WARM_UP = 8;
  private static final int WARM_UP_MILLIS = 500;
  private static final int ROUNDS = 10;

  /** Creates the claim. */
  public TaggingClaim() {
    super(
        new Terms(
            "B12",
            Kind.MEASURED,
            "tagged references gain 30 to 50 %, because type dispatch costs 20 to 40 % of an"
                + " operation",
            "seed 001, Variant Dispatch Overhead",
            "speed-up of tagged-int over sealed-class for get-hit, geometric mean of 10,000 and"
                + " 100,000 keys: SUPPORTED if the interval is at least 1.3, REFUTED if below",
            "1.3 times"));
  }

  static String variant(String layout, int n) {
    return layout + " n=" + n;
  }

  private static String phrase(String layout) {
    return layout.equals("tagged") ? IN_WORDS : OBJECTS;
  }

  @Override
  public void measure(Recorder recorder) {
    for (int n : SHOWN) {
      for (String layout : List.of("objects", "tagged")) {
        Counting.record(
            recorder, phrase(layout), keys(n), "internalNodes", "meanLeafLevel", "bytesPerEntry");
      }
    }
  }

  @Override
  public int replicates() {
    return REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    Composition objects = Composition.of(OBJECTS);
    Composition tagged = Composition.of(IN_WORDS);
    for (int n : SHOWN) {
      Object[] filled = Work.sequential(n);
      Object[] asked = Work.shuffled(n, replicate + 1L);
      Stopwatch lookUps = new Stopwatch(replicate).warmingUpMillis(WARM_UP_MILLIS);
      new Work(objects, asked).addLookUps(lookUps, variant("objects", n), filled);
      new Work(tagged, asked).addLookUps(lookUps, variant("tagged", n), filled);
      lookUps.record(recorder, LOOK_UP, 1, WARM_UP, ROUNDS);
      Stopwatch inserts = new Stopwatch(replicate).warmingUpMillis(WARM_UP_MILLIS);
      new Work(objects, filled).addInserts(inserts, variant("objects", n));
      new Work(tagged, filled).addInserts(inserts, variant("tagged", n));
      inserts.record(recorder, INSERT, 1, WARM_UP, ROUNDS);
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Logs gain = Logs.mean(List.of(gain(evidence, LOOK_UP, AT[0]), gain(evidence, LOOK_UP, AT[1])));
    return Judgement.atLeast(gain.interval(), GAIN, "speed-up of hits")
        .noting(
            text(
                "%s at 10,000 and %s at 100,000 keys",
                gain(evidence, LOOK_UP, AT[0]).interval().text(),
                gain(evidence, LOOK_UP, AT[1]).interval().text()))
        .refusing(
            "R2: references and memory change together (words in one array against objects), so"
                + " nothing is said of the price of the type switch alone.");
  }

  private static Logs gain(Evidence evidence, String quantity, int n) {
    return evidence
        .logs(quantity, variant("objects", n))
        .over(evidence.logs(quantity, variant("tagged", n)));
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    IntervalChart chart =
        IntervalChart.ofRatios(
                "Speed-up of tagged references over node objects, all else equal",
                "times as fast, 95 % interval")
            .mark(GAIN, "claimed");
    for (String quantity : List.of(LOOK_UP, INSERT)) {
      for (int n : SHOWN) {
        Interval gain = gain(evidence, quantity, n).interval();
        chart = chart.row(text("%s, %,d keys", quantity, n), gain);
      }
    }
    return List.of(chart);
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "The same keys in both layouts, counted",
            "keys",
            "nodes",
            "type switches a look-up",
            "KiB as objects",
            "KiB as tagged words");
    for (int n : SHOWN) {
      table =
          table.row(
              text("%,d", n),
              text("%,d", count(evidence, "internalNodes", OBJECTS, n)),
              text("%.2f", value(evidence, "meanLeafLevel", OBJECTS, n)),
              text("%,.0f", kibibytes(evidence, OBJECTS, n)),
              text("%,.0f", kibibytes(evidence, IN_WORDS, n)));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the number of keys. A look-up passes as many nodes, and"
                + " so as many type switches, at every size and in both layouts; only the memory that"
                + " they stand in grows. A gain that were owed to dispatch would be the same share of"
                + " a look-up while all of the trie is in the cache. What changes with the size is"
                + " owed to the memory."),
        table);
  }

  private static double kibibytes(Evidence evidence, String phrase, int n) {
    return value(evidence, "bytesPerEntry", phrase, n) * n / 1024;
  }
}
