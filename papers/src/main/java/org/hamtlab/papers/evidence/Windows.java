package org.hamtlab.papers.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hamtlab.experiments.count.PathLines;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.map.Hamt;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.shape.TrieVisitor;
import org.hamtlab.spi.SlotBlock;

/**
 * How many lines and pages of memory look-ups that follow each other have in common: the distinct
 * lines of 64 bytes and pages of 4 KiB that the paths of 64 successive keys cover, a key. The
 * fewer, the more of what a look-up needs has just been loaded. Only layouts whose nodes have
 * addresses can be counted.
 */
public final class Windows {
  private static final int WINDOW = 64;
  private static final String LINES = "lines a look-up, of 64 successive ones";
  private static final String PAGES = "pages a look-up, of 64 successive ones";
  private static final String ALONE = "lines a look-up, alone";

  private Windows() {}

  /** The paths to all keys, as the blocks on them. */
  private static final class Paths implements TrieVisitor {
    private final Deque<List<SlotBlock>> path = new ArrayDeque<>();
    private final Map<Object, List<SlotBlock>> byKey = new HashMap<>();
    private List<SlotBlock> ofEntry = List.of();

    @Override
    public boolean wantsText() {
      return false;
    }

    @Override
    public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
      path.push(new ArrayList<>());
    }

    @Override
    public void enterCollision(int level, int fragment, int size, String memory) {
      path.push(new ArrayList<>());
    }

    @Override
    public void blocks(List<SlotBlock> blocks) {
      path.getFirst().addAll(blocks);
    }

    @Override
    public void leaveBranch() {
      path.pop();
    }

    @Override
    public void leaveCollision() {
      path.pop();
    }

    @Override
    public void entryBlocks(List<SlotBlock> blocks) {
      ofEntry = blocks;
    }

    @Override
    public void entry(int level, int fragment, Object key, Object value) {
      Stream<SlotBlock> ofNodes = path.stream().flatMap(List::stream);
      byKey.put(key, Stream.concat(ofNodes, ofEntry.stream()).toList());
    }
  }

  /**
   * Fills a map and counts.
   *
   * @param name of what is counted, in the table
   * @param filled the keys in the order in which they are put
   * @param asked the same keys in the order in which they are asked for
   */
  public static void record(
      Recorder recorder, String phrase, String name, String filled, String asked) {
    Counting.quietly(() -> {
      try (Hamt<Object, Object> map = Hamt.of(phrase)) {
        Keys.of(filled).forEach(key -> map.put(key, key));
        record(recorder, phrase, name, map, Keys.of(asked));
      }
      return name;
    });
  }

  /** Counts a map that is full already. */
  public static void record(
      Recorder recorder, String phrase, String name, Hamt<Object, Object> map, List<Object> asked) {
    Paths paths = new Paths();
    map.visit(paths);
    String variant = variant(phrase, name);
    recorder.add(ALONE, variant, mean(paths, asked, 1, PathLines.LINE_SLOTS), "lines");
    recorder.add(LINES, variant, mean(paths, asked, WINDOW, PathLines.LINE_SLOTS), "lines");
    recorder.add(PAGES, variant, mean(paths, asked, WINDOW, PathLines.PAGE_SLOTS), "pages");
  }

  private static String variant(String phrase, String name) {
    return name + " " + phrase;
  }

  private static double mean(Paths paths, List<Object> keys, int window, int unitSlots) {
    long units = 0;
    Set<Long> covered = new HashSet<>();
    for (int index = 0; index < keys.size(); index++) {
      if (index % window == 0) {
        units += covered.size();
        covered.clear();
      }
      for (SlotBlock block : paths.byKey.get(keys.get(index))) {
        long last = (block.endSlot() - 1) / unitSlots;
        for (long unit = block.firstSlot() / unitSlots; unit <= last; unit++) {
          covered.add(unit);
        }
      }
    }
    return (double) (units + covered.size()) / keys.size();
  }

  /** A row for each name. */
  public static DataTable table(Evidence evidence, String phrase, List<String> names) {
    DataTable table =
        DataTable.of(
            "What the paths of look-ups cover in memory, a key: " + phrase,
            "",
            ALONE,
            LINES,
            PAGES);
    for (String name : names) {
      String variant = variant(phrase, name);
      table =
          table.row(
              name,
              number(evidence.value(ALONE, variant)),
              number(evidence.value(LINES, variant)),
              number(evidence.value(PAGES, variant)));
    }
    return table;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
