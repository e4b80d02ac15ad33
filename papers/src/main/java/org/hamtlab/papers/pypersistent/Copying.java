package org.hamtlab.papers.pypersistent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.map.Sharing;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Windows;
import org.hamtlab.papers.page.DataTable;

/**
 * What an operation writes in a map that was built one by one and in one that was cloned out of an
 * arena: nodes and slots of the new version that the old one lacks, in the mean over some keys, and
 * the shape of both maps. Equal on every machine.
 */
final class Copying {
  static final String PLAIN = "built one by one";
  static final String CLONED = "cloned out of an arena";

  /** All but the way of building. */
  static final String PHRASE = "@pypersistent hash=murmur3-fmix32 assembly=shared build=";

  private static final String WORDS =
      "hash=murmur3-fmix32 layout=tagged-int compression=lazy-expansion allocator=freelist";
  private static final int SAMPLED = 100;
  private static final int ENTRIES = 50_000;
  private static final String NODES = "nodes written by ";
  private static final String SLOTS = "slots written by ";
  private static final String LEVEL = "mean level of leaves";
  private static final String BRANCHES = "branches";
  private static final String BYTES = "bytes";

  /** Derives a version, given the number of a key. */
  private interface Step {
    PersistentHamt<String, Integer> from(PersistentHamt<String, Integer> map, int index);
  }

  private Copying() {}

  /** Counts removals, updates and insertions. */
  static void record(Recorder recorder) {
    Map<String, Step> operations = new LinkedHashMap<>();
    operations.put("removing", (map, index) -> map.remove("key:" + index));
    operations.put("updating", (map, index) -> map.put("key:" + index, -1));
    operations.put("inserting", (map, index) -> map.put("key:" + (index + ENTRIES), -1));
    for (String way : new String[] {PLAIN, CLONED}) {
      PersistentHamt<String, Integer> map = map(way);
      recorder.add(BRANCHES, way, map.shape().internalNodes(), "count");
      recorder.add(LEVEL, way, map.shape().meanLeafLevel(), "levels");
      recorder.add(BYTES, way, map.structureBytes(), "bytes");
      operations.forEach((name, operation) -> {
        long nodes = 0;
        long slots = 0;
        for (int sample = 0; sample < SAMPLED; sample++) {
          Sharing sharing = operation.from(map, sample * (ENTRIES / SAMPLED)).sharing(map);
          nodes += sharing.ownNodes();
          slots += sharing.ownSlots();
        }
        recorder.add(NODES + name, way, (double) nodes / SAMPLED, "nodes");
        recorder.add(SLOTS + name, way, (double) slots / SAMPLED, "slots");
      });
    }
  }

  /** Where nodes stand: in words, whose addresses are known, and in the order of iteration. */
  static void recordPlaces(Recorder recorder) {
    Map<Object, Object> source = new HashMap<>();
    for (int index = 0; index < ENTRIES; index++) {
      source.put("key:" + index, index);
    }
    for (String way : new String[] {PLAIN, CLONED}) {
      try (Hamt<Object, Object> map = Composition.of(WORDS + " build=" + build(way)).newMap()) {
        map.putAll(source);
        Windows.record(recorder, WORDS, way, map, new ArrayList<>(map.keySet()));
      }
    }
  }

  /** A row for each way. */
  static DataTable places(Evidence evidence) {
    return Windows.table(evidence, WORDS, List.of(PLAIN, CLONED));
  }

  private static PersistentHamt<String, Integer> map(String way) {
    String[] keys = new String[ENTRIES];
    Integer[] numbers = new Integer[ENTRIES];
    for (int index = 0; index < ENTRIES; index++) {
      keys[index] = "key:" + index;
      numbers[index] = index;
    }
    return PersistentHamt.copyOf(PHRASE + build(way), keys, numbers);
  }

  private static String build(String way) {
    return way.equals(CLONED) ? "arena-clone" : "one-by-one";
  }

  /** A row for each counter. */
  static DataTable table(Evidence evidence) {
    DataTable table =
        DataTable.of("The same map by two ways of building, counted", "counter", PLAIN, CLONED);
    for (String counter :
        evidence.observations().stream().map(o -> o.quantity()).distinct().toList()) {
      if (evidence.values(counter, PLAIN).size() == 1
          && evidence.values(counter, CLONED).size() == 1) {
        table =
            table.row(
                counter,
                text(evidence.value(counter, PLAIN)),
                text(evidence.value(counter, CLONED)));
      }
    }
    return table;
  }

  private static String text(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
