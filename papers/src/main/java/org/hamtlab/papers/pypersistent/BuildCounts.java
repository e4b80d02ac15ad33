package org.hamtlab.papers.pypersistent;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.Hamt;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.shape.Shape;
import org.hamtlab.spi.Telemetry;

/** Counts maps of a million string keys that were built in several ways: equal on every machine. */
final class BuildCounts {
  static final String MALLOC = "bottom-up";
  static final String ARENA = "bottom-up in an arena";
  static final String CLONED = "one by one in an arena, cloned";
  static final String ADOPTED = "one by one in an arena, kept";
  static final String ONE_BY_ONE = "one by one";

  /** Words of 32 bits in the chunks of 1 MiB that the write-up takes. */
  static final int CHUNK_SLOTS = 1 << 18;

  static final long CHUNK_BYTES = 1 << 20;
  static final int ENTRIES = 1_000_000;

  /**
   * A bitmap node of pypersistent: pointer to its methods, reference count, bitmap, and a vector of
   * three pointers, each aligned. Source: cmarschner/pypersistent, src/persistent_map.hpp.
   */
  static final long NODE_BYTES = 48;

  private static final String WORDS =
      "hash=murmur3-fmix32 layout=tagged-int compression=lazy-expansion";
  private static final String CHUNKS = " allocator=arena{chunk=" + CHUNK_SLOTS + ",growth=fixed}";

  private static final Map<String, List<Counted>> COUNTED = new HashMap<>();

  private BuildCounts() {}

  /** A counter's value, recorded when a claim asks for it. */
  private record Counted(String quantity, double value, String unit) {}

  /** Counts the ways that are named. Several claims count the same maps; they are built once. */
  static synchronized void record(Recorder recorder, String... ways) {
    for (String way : ways) {
      COUNTED
          .computeIfAbsent(way, BuildCounts::counted)
          .forEach(c -> recorder.add(c.quantity, way, c.value, c.unit));
    }
  }

  private static List<Counted> counted(String way) {
    Map<Object, Object> source = new HashMap<>();
    for (int index = 0; index < ENTRIES; index++) {
      source.put("key:" + index, index);
    }
    try (Hamt<Object, Object> map = Composition.of(phrase(way)).newMap()) {
      map.putAll(source);
      return counted(map);
    }
  }

  private static String phrase(String way) {
    return WORDS
        + switch (way) {
          case ARENA -> CHUNKS + " build=bottom-up";
          case CLONED -> " allocator=freelist build=arena-clone";
          case ADOPTED -> " allocator=freelist build=arena-adopt";
          case ONE_BY_ONE -> " allocator=freelist build=one-by-one";
          default -> " allocator=freelist build=bottom-up";
        };
  }

  private static List<Counted> counted(Hamt<?, ?> map) {
    Telemetry telemetry = map.telemetry();
    Shape shape = map.shape();
    return List.of(
        new Counted("internalNodes", shape.internalNodes(), "count"),
        new Counted("entries", shape.entries(), "count"),
        new Counted("allocations", telemetry.allocations(), "count"),
        new Counted("frees", telemetry.frees(), "count"),
        new Counted("slotsRequested", telemetry.slotsRequested(), "slots"),
        new Counted("slotsReserved", telemetry.slotsReserved(), "slots"),
        new Counted("slotsLive", telemetry.slotsLive(), "slots"),
        new Counted("maxDepth", shape.maxDepth(), "levels"),
        new Counted("meanLeafLevel", shape.meanLeafLevel(), "levels"));
  }

  /** Chunks of 1 MiB that the write-up's arena needs for the nodes counted. */
  static long chunks(Evidence evidence) {
    long nodes = evidence.count("internalNodes", ARENA);
    return (nodes * NODE_BYTES + CHUNK_BYTES - 1) / CHUNK_BYTES;
  }

  /** What was asked of the allocator, a row for each way. */
  static DataTable table(Evidence evidence, String... ways) {
    DataTable table =
        DataTable.of(
            String.format(
                Locale.ROOT, "Requests of building %,d entries, equal on every machine", ENTRIES),
            "way to build",
            "blocks asked for",
            "given back",
            "words asked for",
            "words in use at the end",
            "words held");
    for (String way : ways) {
      table =
          table.row(
              way,
              String.format(Locale.ROOT, "%,d", evidence.count("allocations", way)),
              String.format(Locale.ROOT, "%,d", evidence.count("frees", way)),
              String.format(Locale.ROOT, "%,d", evidence.count("slotsRequested", way)),
              String.format(Locale.ROOT, "%,d", evidence.count("slotsLive", way)),
              String.format(Locale.ROOT, "%,d", evidence.count("slotsReserved", way)));
    }
    return table;
  }
}
