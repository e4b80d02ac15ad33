package org.hamtlab.papers.pypersistent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim A9: what a map that was cloned out of an arena does faster and slower, beside two maps that
 * were built alike (A/A). A collection before the first run puts all three where they stay.
 *
 * <p><b>Source.</b> Seed 000, "Critical Metrics (1M elements)".
 */
public final class OtherOperationsClaim implements Claim {
  static final String PLAIN = Copying.PLAIN;
  static final String TWIN = "built one by one, again";
  static final String CLONED = Copying.CLONED;
  static final Map<String, Double> CLAIMED = claimed();

  private static final int REPLICATES = 14;
  private static final int ENTRIES = 50_000;
  private static final int SOME = ENTRIES / 10;
  private static final int WARM_UP = 20;
  private static final int WARM_UP_MILLIS = 700;
  private static final int ROUNDS = 80;

  private static Object sink;

  /** Creates the claim. */
  public OtherOperationsClaim() {}

  private static Map<String, Double> claimed() {
    Map<String, Double> claimed = new LinkedHashMap<>();
    claimed.put("remove", 553.0 / 591);
    claimed.put("update", 450.0 / 435);
    claimed.put("iterate", 690.0 / 669);
    claimed.put("share", 219.0 / 226);
    return claimed;
  }

  @Override
  public Terms terms() {
    return new Terms(
        "A9",
        Kind.MEASURED,
        "After the arena removal is 6.4 % faster, update 3.4 % slower, iteration 3.1 % slower,"
            + " structural sharing 3.1 % faster.",
        "seed 000, Critical Metrics (1M elements)",
        "SUPPORTED if every interval of the ratio to a map built one by one lies on the claimed"
            + " side of 1, beyond the A/A floor; REFUTED if one, widened by that floor, excludes"
            + " the claimed ratio",
        "ratios 0.936, 1.034, 1.031, 0.969");
  }

  @Override
  public void measure(Recorder recorder) {
    Copying.record(recorder);
    Copying.recordPlaces(recorder);
  }

  @Override
  public int replicates() {
    return REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    String[] keys = new String[ENTRIES];
    for (int index = 0; index < ENTRIES; index++) {
      keys[index] = "key:" + index;
    }
    Map<String, PersistentHamt<String, String>> maps = new LinkedHashMap<>();
    maps.put(PLAIN, PersistentHamt.copyOf(Copying.PHRASE + "one-by-one", keys, keys));
    maps.put(TWIN, PersistentHamt.copyOf(Copying.PHRASE + "one-by-one", keys, keys));
    maps.put(CLONED, PersistentHamt.copyOf(Copying.PHRASE + "arena-clone", keys, keys));
    System.gc();
    time(
        replicate,
        recorder,
        "remove",
        SOME,
        maps,
        map -> {
          PersistentHamt<String, String> left = map;
          for (int index = 0; index < SOME; index++) {
            left = left.remove(keys[10 * index]);
          }
          return left;
        });
    time(
        replicate,
        recorder,
        "update",
        SOME,
        maps,
        map -> {
          PersistentHamt<String, String> changed = map;
          for (int index = 0; index < SOME; index++) {
            changed = changed.put(keys[10 * index], "new");
          }
          return changed;
        });
    time(
        replicate,
        recorder,
        "iterate",
        ENTRIES,
        maps,
        map -> {
          map.forEach((key, value) -> sink = value);
          return map;
        });
    time(
        replicate,
        recorder,
        "share",
        SOME,
        maps,
        map -> {
          List<PersistentHamt<String, String>> versions = new ArrayList<>();
          for (int index = 0; index < SOME; index++) {
            versions.add(map.put(keys[10 * index], "new"));
          }
          return versions.getLast();
        });
  }

  private static void time(
      int replicate,
      Recorder recorder,
      String operation,
      int operations,
      Map<String, PersistentHamt<String, String>> maps,
      UnaryOperator<PersistentHamt<String, String>> work) {
    Stopwatch stopwatch = new Stopwatch(replicate).warmingUpMillis(WARM_UP_MILLIS);
    maps.forEach((name, map) -> stopwatch.add(name, () -> sink = work.apply(map)));
    stopwatch.record(recorder, operation, operations, WARM_UP, ROUNDS);
  }

  @Override
  public Judgement judge(Evidence evidence) {
    return Judgement.all(
        CLAIMED.entrySet().stream()
            .map(claimed -> judge(evidence, claimed.getKey(), claimed.getValue()))
            .toList());
  }

  private static Judgement judge(Evidence evidence, String operation, double claimed) {
    var plain = evidence.logs(operation, PLAIN);
    Interval ratio = evidence.logs(operation, CLONED).over(plain).interval();
    double twin = evidence.logs(operation, TWIN).over(plain).interval().value();
    double floor = Math.max(twin, 1 / twin) - 1;
    Interval widened = ratio.widened(floor);
    boolean isBeyond = claimed < 1 ? widened.high() < 1 : widened.low() > 1;
    String measured =
        operation
            + " "
            + ratio.text()
            + " (claimed "
            + Interval.digits(claimed)
            + ", A/A "
            + Interval.digits(twin)
            + ")";
    if (widened.low() > claimed || widened.high() < claimed) {
      return new Judgement(Verdict.REFUTED, "interval", measured, widened, List.of());
    }
    return isBeyond
        ? new Judgement(Verdict.SUPPORTED, "interval", measured, widened, List.of())
        : Judgement.undecided("R5", widened, Math.min(1, claimed), Math.max(1, claimed), measured);
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    return List.of(
        new Prose(
            "The experiment that isolates it: the way of building alone is changed, and what each"
                + " operation writes is counted. Nothing of it moves, since the form is canonical; so"
                + " no operation does more or less than before. What can move is where nodes stand:"
                + " one by one they are made in the order of insertion, a clone makes them in the"
                + " order of the trie. In a layout whose nodes have addresses that can be counted, for"
                + " keys in the order of iteration; in the one that is timed the collector decides."),
        Copying.table(evidence),
        Copying.places(evidence));
  }
}
