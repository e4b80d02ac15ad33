package org.hamtlab.papers.pypersistent;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.map.Sharing;
import org.hamtlab.papers.evidence.Calls;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/**
 * What merging two maps asks of keys and writes into memory, counted: equal on every machine. The
 * keys of two maps lie between each other in every branch, as those of any two maps do, or, for
 * contrast, apart from each other below the root.
 */
final class MergeCounts {
  static final String APART = "0 % overlap, keys apart below the root";

  private static final String PHRASE = Copying.PHRASE + "one-by-one";
  private static final int ENTRIES = 50_000;
  private static final int SAMPLED = 100;
  private static final String ELEMENT_WISE = "element by element: ";
  private static final String STRUCTURAL = "structural: ";
  private static final String HASHES = "hash codes";
  private static final String COMPARISONS = "comparisons";
  private static final String NODES = "nodes written";
  private static final String UNIT = "an entry of the right map";

  private MergeCounts() {}

  static String between(int overlap) {
    return overlap + " % overlap";
  }

  /** Merges in both ways and counts. */
  static void record(Recorder recorder) {
    for (int overlap : Merges.OVERLAPS) {
      Calls.Counter counter = new Calls.Counter();
      Calls.Key[] left = keys(counter, 0, number -> true);
      int from = ENTRIES - ENTRIES / 100 * overlap;
      record(recorder, between(overlap), counter, left, keys(counter, from, number -> true));
    }
    Calls.Counter counter = new Calls.Counter();
    HashMixer mixer = mixer();
    record(
        recorder,
        APART,
        counter,
        keys(counter, 0, number -> (mixer.mix(number) & 1) == 0),
        keys(counter, 0, number -> (mixer.mix(number) & 1) == 1));
  }

  /** The first keys from a number on that a condition admits. */
  private static Calls.Key[] keys(Calls.Counter counter, int from, IntPredicate condition) {
    return IntStream.iterate(from, number -> number + 1)
        .filter(condition)
        .limit(ENTRIES)
        .mapToObj(number -> new Calls.Key(counter, number, number))
        .toArray(Calls.Key[]::new);
  }

  /** The mixer of the maps, whose lowest bit says on which side of the root a key stands. */
  private static HashMixer mixer() {
    Registry registry = Registry.installed();
    Selection hash = registry.resolve(PHRASE).hash();
    HashMixerProvider provider =
        (HashMixerProvider) registry.provider(Axis.HASH, hash.id().orElseThrow());
    return provider.create(hash.settings());
  }

  private static void record(
      Recorder recorder, String variant, Calls.Counter counter, Calls.Key[] one, Calls.Key[] two) {
    PersistentHamt<Calls.Key, Integer> left = map(one);
    PersistentHamt<Calls.Key, Integer> right = map(two);
    Calls before = counter.now();
    recorder.add(ELEMENT_WISE + NODES, variant, written(left, two), UNIT);
    record(recorder, ELEMENT_WISE, variant, counter.since(before));
    before = counter.now();
    PersistentHamt<Calls.Key, Integer> union = left.union(right);
    record(recorder, STRUCTURAL, variant, counter.since(before));
    Sharing beyondLeft = union.sharing(left);
    double written = (double) beyondLeft.ownNodes() - union.sharing(right).sharedNodes();
    recorder.add(STRUCTURAL + NODES, variant, Math.max(0, written) / ENTRIES, UNIT);
  }

  private static PersistentHamt<Calls.Key, Integer> map(Calls.Key[] keys) {
    Integer[] numbers = IntStream.range(0, keys.length).boxed().toArray(Integer[]::new);
    return PersistentHamt.copyOf(PHRASE, keys, numbers);
  }

  private static void record(Recorder recorder, String way, String variant, Calls calls) {
    recorder.add(way + HASHES, variant, (double) calls.hashes() / ENTRIES, UNIT);
    recorder.add(way + COMPARISONS, variant, (double) calls.comparisons() / ENTRIES, UNIT);
  }

  /** Merges element by element; nodes that a step writes, in the mean over some of the steps. */
  private static double written(PersistentHamt<Calls.Key, Integer> left, Calls.Key[] keys) {
    PersistentHamt<Calls.Key, Integer> merged = left;
    long nodes = 0;
    for (int step = 0; step < keys.length; step++) {
      PersistentHamt<Calls.Key, Integer> next = merged.put(keys[step], keys[step].number());
      nodes += step % (ENTRIES / SAMPLED) == 0 ? next.sharing(merged).ownNodes() : 0;
      merged = next;
    }
    return (double) nodes / SAMPLED;
  }

  /** A row for each way and overlap. */
  static DataTable table(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "Merging two maps of 50,000 entries, an entry of the right one, counted",
            "overlap",
            "way",
            HASHES,
            COMPARISONS,
            NODES);
    for (String variant : evidence.variants(STRUCTURAL + NODES)) {
      for (String way : new String[] {ELEMENT_WISE, STRUCTURAL}) {
        table =
            table.row(
                variant,
                way.substring(0, way.length() - 2),
                text(evidence.value(way + HASHES, variant)),
                text(evidence.value(way + COMPARISONS, variant)),
                text(evidence.value(way + NODES, variant)));
      }
    }
    return table;
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
