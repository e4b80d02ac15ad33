package org.hamtlab.papers.champ;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.experiments.peer.library.ClojurePeer;
import org.hamtlab.experiments.peer.library.HamtPeer;
import org.hamtlab.experiments.peer.library.PeerMap;
import org.hamtlab.experiments.peer.library.ScalaPeer;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Calls;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Logs;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Stopwatch;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.LineChart;
import org.hamtlab.papers.page.Prose;
import org.openjdk.jol.info.GraphLayout;

/**
 * Claim P1: CHAMP iterates and compares faster than the maps of Scala and Clojure, and is smaller.
 * Equality is that of two maps built apart from each other, of equal keys that are not the same
 * objects. Ratios are geometric means over the sizes.
 *
 * <p><b>Source.</b> Steindorfer and Vinju, OOPSLA 2015, doi:10.1145/2814270.2814312, abstract.
 *
 * <p><b>Deviations.</b> Scala is 2.13, whose map is a CHAMP itself; that of the paper, 2.11, is not
 * to be had for a current class library.
 */
public final class ChampClaim implements Claim {
  static final String CHAMP = "@champ";
  static final String CLOJURE = "Clojure";
  static final String SCALA = "Scala 2.13";
  static final int[] SIZES = {1 << 1, 1 << 5, 1 << 10, 1 << 15, 1 << 20};

  private static final double ITERATION = 1.3;
  private static final double EQUALITY = 3;
  private static final int REPLICATES = 5;
  private static final int OPERATIONS = 1 << 18;
  private static final int WEIGHED = 1 << 15;
  private static final int ROUNDS = 5;
  private static final int WARM_UP = 5;

  private static final String HASHES = "hash codes to ";
  private static final String COMPARISONS = "comparisons of keys to ";

  private static long sink;

  /** Creates the claim. */
  public ChampClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "P1",
        Kind.MEASURED,
        "CHAMP iterates 1.3 to 6.7 times and compares 3 to 25.4 times faster than Scala's and"
            + " Clojure's maps, and is smaller.",
        "OOPSLA 2015, abstract",
        "SUPPORTED if against both libraries, in geometric mean over sizes 2^1 to 2^20, iteration is"
            + " at least 1.3 times and equality at least 3 times faster, and bytes are fewer at"
            + " every size up to 2^15; REFUTED if one is not",
        "1.3 times, 3 times, fewer bytes");
  }

  @Override
  public void measure(Recorder recorder) {
    count(CHAMP, new HamtPeer(CHAMP), recorder);
    count(CLOJURE, new ClojurePeer(), recorder);
    count(SCALA, new ScalaPeer(), recorder);
  }

  private static <M> void count(String name, PeerMap<M> peer, Recorder recorder) {
    Calls.Counter counter = new Calls.Counter();
    M one = peer.bulk(counted(counter));
    M other = peer.bulk(counted(counter));
    Calls before = counter.now();
    peer.iterate(one, (key, value) -> sink += ((Calls.Key) key).number());
    record("iterate", name, counter.since(before), recorder);
    before = counter.now();
    peer.areEqual(one, other);
    record("compare", name, counter.since(before), recorder);
  }

  private static void record(String operation, String name, Calls calls, Recorder recorder) {
    recorder.add(HASHES + operation, name, (double) calls.hashes() / WEIGHED, "an entry");
    recorder.add(COMPARISONS + operation, name, (double) calls.comparisons() / WEIGHED, "an entry");
  }

  private static Map<Object, Object> counted(Calls.Counter counter) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (int index = 0; index < WEIGHED; index++) {
      entries.put(new Calls.Key(counter, index * 0x9E3779B9, index), index);
    }
    return entries;
  }

  @Override
  public int replicates() {
    return REPLICATES;
  }

  @Override
  public void observe(int replicate, Recorder recorder) {
    for (int size : SIZES) {
      Stopwatch iterate = new Stopwatch(replicate);
      Stopwatch compare = new Stopwatch(replicate);
      int repeats = Math.max(1, OPERATIONS / size);
      add(CHAMP, new HamtPeer(CHAMP), size, repeats, iterate, compare, replicate, recorder);
      add(CLOJURE, new ClojurePeer(), size, repeats, iterate, compare, replicate, recorder);
      add(SCALA, new ScalaPeer(), size, repeats, iterate, compare, replicate, recorder);
      long operations = (long) repeats * size;
      int warmUp = size > OPERATIONS ? 1 : WARM_UP;
      iterate.record(recorder, iteration(size), operations, warmUp, ROUNDS);
      compare.record(recorder, equality(size), operations, warmUp, ROUNDS);
    }
  }

  private static <M> void add(
      String name,
      PeerMap<M> peer,
      int size,
      int repeats,
      Stopwatch iterate,
      Stopwatch compare,
      int replicate,
      Recorder recorder) {
    Map<Object, Object> entries = entries(size, replicate);
    M one = peer.bulk(entries);
    M other = peer.bulk(entries(size, replicate));
    iterate.add(
        name,
        () -> {
          for (int repeat = 0; repeat < repeats; repeat++) {
            peer.iterate(one, (key, value) -> sink += key.hashCode());
          }
        });
    compare.add(
        name,
        () -> {
          for (int repeat = 0; repeat < repeats; repeat++) {
            if (!peer.areEqual(one, other)) {
              throw new IllegalStateException(name + ": unequal (expected equal maps)");
            }
          }
        });
    if (replicate == 0 && size <= WEIGHED) {
      List<Object> payload = new ArrayList<>(entries.keySet());
      payload.addAll(entries.values());
      long shared = GraphLayout.parseInstance(payload.toArray()).totalSize();
      long array = GraphLayout.parseInstance((Object) new Object[payload.size()]).totalSize();
      long empty = GraphLayout.parseInstance(peer.bulk(Map.of())).totalSize();
      long bytes = GraphLayout.parseInstance(one).totalSize() - empty - (shared - array);
      recorder.add(bytes(size), name, bytes, "bytes");
    }
  }

  /** Equal entries at every call, but no object twice. */
  private static Map<Object, Object> entries(int size, int replicate) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (int index = 0; index < size; index++) {
      Object key = (index + 1L + replicate) * 0x9E3779B97F4A7C15L;
      entries.put(key, index + 1000L);
    }
    return entries;
  }

  static String iteration(int size) {
    return "iterate " + size;
  }

  static String equality(int size) {
    return "compare " + size;
  }

  static String bytes(int size) {
    return "bytes of " + size;
  }

  @Override
  public Judgement judge(Evidence evidence) {
    List<Judgement> parts = new ArrayList<>();
    for (String library : List.of(SCALA, CLOJURE)) {
      parts.add(
          Judgement.atLeast(
              mean(evidence, library, "iterate ").interval(),
              ITERATION,
              "iteration, times faster than " + library));
      parts.add(
          Judgement.atLeast(
              mean(evidence, library, "compare ").interval(),
              EQUALITY,
              "equality, times faster than " + library));
      parts.add(footprint(evidence, library));
    }
    return Judgement.all(parts)
        .refusing(
            "R6: Scala's map of 2015 is not measured; Scala 2.13's is a CHAMP itself, so that a"
                + " ratio to it compares two implementations of one design.");
  }

  private static Logs mean(Evidence evidence, String library, String operation) {
    List<Logs> ratios = new ArrayList<>();
    for (int size : SIZES) {
      String quantity = operation + size;
      ratios.add(evidence.logs(quantity, library).over(evidence.logs(quantity, CHAMP)));
    }
    return Logs.mean(ratios);
  }

  private static Judgement footprint(Evidence evidence, String library) {
    Map<Integer, Double> shares = new TreeMap<>();
    for (int size : SIZES) {
      if (size <= WEIGHED) {
        shares.put(size, evidence.value(bytes(size), CHAMP) / evidence.value(bytes(size), library));
      }
    }
    boolean isSmaller = shares.values().stream().allMatch(share -> share < 1);
    StringBuilder text = new StringBuilder("bytes over those of " + library);
    shares.forEach(
        (size, share) -> text.append(String.format(Locale.ROOT, " %.3f at %d,", share, size)));
    return Judgement.exact(isSmaller, text.substring(0, text.length() - 1));
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    LineChart chart =
        LineChart.of("Bytes of a map without its keys and values", "entries", "bytes an entry");
    for (String map : List.of(CHAMP, SCALA, CLOJURE)) {
      Map<Double, Double> bytes = new TreeMap<>();
      for (int size : SIZES) {
        if (size <= WEIGHED) {
          bytes.put((double) size, evidence.value(bytes(size), map) / size);
        }
      }
      chart = chart.line(map, bytes);
    }
    return List.of(chart);
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable calls =
        DataTable.of(
            String.format(Locale.ROOT, "Asked of a key, maps of %,d entries", WEIGHED),
            "what",
            CHAMP,
            SCALA,
            CLOJURE);
    for (String operation : List.of("iterate", "compare")) {
      for (String what : List.of(HASHES, COMPARISONS)) {
        calls =
            calls.row(
                what + operation,
                asked(evidence, what + operation, CHAMP),
                asked(evidence, what + operation, SCALA),
                asked(evidence, what + operation, CLOJURE));
      }
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: what the designs do is counted, apart from the code"
                + " that does it. Of two maps in canonical form nodes can be compared without asking"
                + " a key for its hash; a map whose form is not canonical is looked up key by key."
                + " Scala 2.13 is the design of the paper, so that where a ratio to it falls the"
                + " counts are alike, and what is left is the code: it also keeps all hashes in its"
                + " nodes, which its bytes pay for."),
        calls);
  }

  private static String asked(Evidence evidence, String what, String map) {
    return String.format(Locale.ROOT, "%.3f", evidence.value(what, map));
  }
}
