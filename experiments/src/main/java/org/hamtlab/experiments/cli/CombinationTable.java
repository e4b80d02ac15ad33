package org.hamtlab.experiments.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Combination;
import org.hamtlab.registry.Registry;

/**
 * Prints combinations by layout: allocators that go with the same compressions and hashes share a
 * line, and every reason for an exclusion stands once.
 */
final class CombinationTable {
  private final Registry registry;
  private final int hashes;
  private final PrintWriter out;

  CombinationTable(Registry registry, PrintWriter out) {
    this.registry = registry;
    this.hashes = registry.providers(Axis.HASH).size();
    this.out = out;
  }

  void print(List<Combination> all) {
    Map<String, List<Combination>> byLayout =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    each -> spelled(Axis.LAYOUT, each.treatment()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byLayout.forEach((layout, combinations) -> {
      out.println("layout=" + layout);
      valid(combinations);
      excluded(combinations);
    });
    long valid = all.stream().filter(Combination::isPossible).count();
    out.println(valid + " valid, " + (all.size() - valid) + " excluded");
  }

  private void valid(List<Combination> combinations) {
    Map<String, Map<String, Set<String>>> partners = new LinkedHashMap<>();
    for (Combination each : combinations) {
      if (each.isPossible()) {
        partners
            .computeIfAbsent(
                spelled(Axis.ALLOCATOR, each.treatment()), any -> new LinkedHashMap<>())
            .computeIfAbsent(spelled(Axis.COMPRESSION, each.treatment()), any -> new TreeSet<>())
            .add(spelled(Axis.HASH, each.treatment()));
      }
    }
    Map<Map<String, Set<String>>, Set<String>> allocators = new LinkedHashMap<>();
    partners.forEach((allocator, others) ->
        allocators.computeIfAbsent(others, any -> new LinkedHashSet<>()).add(allocator));
    allocators.forEach((others, names) -> line(names, others));
  }

  private void line(Set<String> allocators, Map<String, Set<String>> others) {
    Map<Set<String>, Set<String>> byHashes = new LinkedHashMap<>();
    others.forEach((compression, mixers) ->
        byHashes.computeIfAbsent(mixers, any -> new LinkedHashSet<>()).add(compression));
    byHashes.forEach((mixers, compressions) ->
        out.println(
            "  valid     hash="
                + (mixers.size() == hashes ? "(any of " + hashes + ")" : String.join(", ", mixers))
                + " allocator="
                + String.join(", ", allocators)
                + " compression="
                + String.join(", ", compressions)));
  }

  private void excluded(List<Combination> combinations) {
    Map<String, Long> reasons = new LinkedHashMap<>();
    combinations.forEach(
        each -> each.exclusion().ifPresent(reason -> reasons.merge(reason, 1L, Long::sum)));
    reasons.forEach((reason, count) -> out.println("  excluded  " + count + ": " + reason));
  }

  /** The strategy with the settings that are not its defaults. */
  private String spelled(Axis axis, Treatment treatment) {
    Selection selection = treatment.on(axis);
    Map<String, Object> defaults =
        registry.defaults(axis, selection.id().orElseThrow()).settings().values();
    String others =
        selection.settings().values().entrySet().stream()
            .filter(entry -> !entry.getValue().equals(defaults.get(entry.getKey())))
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","));
    return selection.name() + (others.isEmpty() ? "" : "{" + others + "}");
  }
}
