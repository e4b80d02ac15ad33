package org.hamtlab.experiments.count;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Treatment;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Estimate;
import org.hamtlab.shape.ExpectedLevels;
import org.hamtlab.shape.RootTable;
import org.hamtlab.shape.Shape;
import org.hamtlab.shape.ShapeOracle;
import org.hamtlab.spi.ContentMixer;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.spi.Telemetry;

/**
 * The counters of a map that was filled one key at a time: equal on every machine.
 *
 * @param fields by the names of the command line's JSON, in its order
 * @param predictions what the shape oracle expects, by the same names
 */
public record Counters(Map<String, Object> fields, Map<String, Estimate> predictions) {

  /** Fills a map and counts it. Values are the keys themselves. */
  public static Counters of(
      Registry registry, Treatment treatment, String label, List<Object> keys) {
    try (Hamt<Object, Object> map = Composition.of(registry, treatment).newMap()) {
      return of(registry, treatment, label, map, fill(map, keys));
    }
  }

  /** Counts a map that is full already. */
  static Counters of(
      Registry registry,
      Treatment treatment,
      String label,
      Hamt<Object, Object> map,
      Filling filling) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("phrase", treatment.phrase());
    fields.put("keys", label);
    fields.putAll(measured(map, filling));
    fields.put("locksPerSite", new TreeMap<>(map.telemetry().locksPerSite()));
    Map<String, Estimate> predictions =
        predictions(registry, treatment, ((Number) fields.get("entries")).longValue());
    fields.put("oracle", compared(predictions, fields));
    return new Counters(fields, predictions);
  }

  /** The numbers of a full map. */
  static Map<String, Object> measured(Hamt<Object, Object> map, Filling filling) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Shape shape = map.shape();
    putShape(fields, shape);
    putRootTable(fields, map.rootTable());
    putTelemetry(fields, map.telemetry(), filling.firstFallbackAt());
    putAllocation(fields, map.telemetry(), filling);
    fields.put(
        "bytesPerEntry",
        shape.entries() == 0 ? 0.0 : (double) map.structureBytes() / shape.entries());
    return fields;
  }

  /** Puts keys one by one, and looks at the allocator after each from outside. */
  static Filling fill(Hamt<Object, Object> map, List<?> keys) {
    return Filling.of(map, keys);
  }

  /** What explains the numbers of the allocator. */
  private static void putAllocation(
      Map<String, Object> fields, Telemetry telemetry, Filling filling) {
    fields.put("allocationsPerPutP50", filling.allocationsPerPut(0.50));
    fields.put("allocationsPerPutP99", filling.allocationsPerPut(0.99));
    fields.put("allocationsPerPutMax", filling.allocationsPerPut(1));
    fields.put("slotsOccupied", telemetry.slotsOccupied());
    fields.put("slotsAbandoned", telemetry.slotsAbandoned());
    fields.put("slotsReusable", telemetry.slotsReusable());
    fields.put("largestReusable", telemetry.largestReusable());
    fields.put("internalFragmentation", telemetry.internalFragmentation());
    fields.put("externalFragmentation", telemetry.externalFragmentation());
    fields.put("fallbacksOversize", telemetry.fallbacksOversize());
    fields.put("fallbacksFull", telemetry.fallbacks() - telemetry.fallbacksOversize());
    fields.put("firstFallbackRequest", telemetry.firstFallback());
  }

  private static void putShape(Map<String, Object> fields, Shape shape) {
    fields.put("entries", shape.entries());
    fields.put("internalNodes", shape.internalNodes());
    fields.put("compressedNodes", shape.compressedNodes());
    fields.put("skippedLevels", shape.skippedLevels());
    fields.put("leafNodes", shape.leafNodes());
    fields.put("collisionNodes", shape.collisionNodes());
    fields.put("childPointers", shape.childPointers());
    fields.put("childrenPerNode", shape.childrenPerNode());
    fields.put("singleChildNodes", shape.singleChildNodes());
    fields.put("maxDepth", shape.maxDepth());
    fields.put("meanLeafLevel", shape.meanLeafLevel());
  }

  /** A root table counts apart; a map without one says nothing of it. */
  private static void putRootTable(Map<String, Object> fields, RootTable table) {
    if (table.cells() > 0) {
      fields.put("rootTableLevels", table.levels());
      fields.put("rootTableCells", table.cells());
      fields.put("rootTableCellsInUse", table.cellsInUse());
      fields.put("rootTableBytes", table.bytes());
    }
  }

  /** The counters of a shape by name. */
  public static Map<String, Double> shape(Shape shape) {
    Map<String, Object> fields = new LinkedHashMap<>();
    putShape(fields, shape);
    Map<String, Double> numbers = new LinkedHashMap<>();
    fields.forEach((name, value) -> numbers.put(name, ((Number) value).doubleValue()));
    return numbers;
  }

  private static void putTelemetry(
      Map<String, Object> fields, Telemetry telemetry, long firstFallbackAt) {
    fields.put("allocations", telemetry.allocations());
    fields.put("frees", telemetry.frees());
    fields.put("slotsRequested", telemetry.slotsRequested());
    fields.put("slotsGranted", telemetry.slotsGranted());
    fields.put("slotsLive", telemetry.slotsLive());
    fields.put("slotsReserved", telemetry.slotsReserved());
    fields.put("fallbacks", telemetry.fallbacks());
    fields.put("firstFallbackAt", firstFallbackAt);
    fields.put("utilisation", telemetry.utilisation());
    fields.put("highWaterSlots", telemetry.highWaterSlots());
    fields.put("lockAcquisitions", telemetry.lockAcquisitions());
    fields.put("metadataBytes", telemetry.metadataBytes());
  }

  /** What the oracle expects of a treatment with so many entries. */
  public static Map<String, Estimate> predictions(
      Registry registry, Treatment treatment, long entries) {
    return hasRootTable(registry, treatment)
        ? Map.of()
        : ShapeOracle.predict(
            entries,
            LayoutDigits.of(registry, treatment),
            compression(registry, treatment),
            generations(registry, treatment));
  }

  private static PathCompression compression(Registry registry, Treatment treatment) {
    PathCompressionProvider provider =
        (PathCompressionProvider)
            registry.provider(Axis.COMPRESSION, treatment.compression().id().orElseThrow());
    return provider.create(treatment.compression().settings());
  }

  /** What the oracle expects level by level; nothing of cells that stand for the upper levels. */
  public static Optional<ExpectedLevels> levels(
      Registry registry, Treatment treatment, long entries) {
    return hasRootTable(registry, treatment) || entries < 1
        ? Optional.empty()
        : Optional.of(
            ShapeOracle.byLevel(
                entries, LayoutDigits.of(registry, treatment), compression(registry, treatment)));
  }

  /** Whether cells stand in the place of the upper levels, which the oracle knows nothing of. */
  static boolean hasRootTable(Registry registry, Treatment treatment) {
    return registry.offers(treatment, Axis.LAYOUT, Trait.ROOT_TABLE);
  }

  /** How many hashes the mixer of a treatment gives a key. */
  static int generations(Registry registry, Treatment treatment) {
    HashMixerProvider provider =
        (HashMixerProvider) registry.provider(Axis.HASH, treatment.hash().id().orElseThrow());
    return provider.create(treatment.hash().settings()) instanceof ContentMixer reader
        ? reader.generations()
        : 1;
  }

  /**
   * Expectation, deviation, distance and method by counter; what is no number is null, and said
   * why.
   */
  static Map<String, Object> compared(
      Map<String, Estimate> predictions, Map<String, Object> fields) {
    Map<String, Object> compared = new LinkedHashMap<>();
    predictions.forEach((name, estimate) -> {
      Map<String, Object> numbers = new LinkedHashMap<>();
      double measured = ((Number) fields.get(name)).doubleValue();
      double z = estimate.z(measured);
      numbers.put("expected", estimate.expected());
      numbers.put("sd", estimate.sd());
      numbers.put("z", Double.isFinite(z) ? z : null);
      numbers.put("method", estimate.method().key());
      estimate.whyNoDistance(measured).ifPresent(reason -> numbers.put("because", reason));
      compared.put(name, numbers);
    });
    return compared;
  }
}
