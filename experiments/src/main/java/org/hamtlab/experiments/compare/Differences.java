package org.hamtlab.experiments.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hamtlab.experiments.compare.Comparison.Difference;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Environment;
import org.hamtlab.experiments.store.Json;
import tools.jackson.databind.JsonNode;

/** What was not the same for two bundles: components of plan and environment, and jars. */
final class Differences {
  /** Components that differ between any two runs, or are compared one by one elsewhere. */
  private static final Set<String> NOT_COMPARED =
      Set.of(
          "run",
          "created",
          "blocks",
          "treatments",
          "exclusions",
          "aliases",
          "keySets",
          "estimatedSeconds",
          "baseline",
          "jars",
          "warnings");

  /** What differs between any two moments. */
  static final String LOAD = "host.load";

  private static final String ABSENT = "-";
  private static final int DIGEST = 12;

  private Differences() {}

  static List<Difference> of(BundleFiles first, BundleFiles second) {
    List<Difference> differences = new ArrayList<>();
    add("plan", first.plan(), second.plan(), differences);
    add("host", first.environment(), second.environment(), differences);
    addJars(first.environment(), second.environment(), differences);
    return differences;
  }

  private static void add(String part, Record first, Record second, List<Difference> differences) {
    JsonNode one = Json.tree(Json.line(first));
    JsonNode other = Json.tree(Json.line(second));
    Set<String> names = new LinkedHashSet<>(one.propertyNames());
    names.addAll(other.propertyNames());
    names.removeAll(NOT_COMPARED);
    for (String name : names) {
      if (!one.path(name).equals(other.path(name))) {
        differences.add(
            new Difference(part + "." + name, text(one.path(name)), text(other.path(name))));
      }
    }
  }

  private static void addJars(Environment first, Environment second, List<Difference> differences) {
    Map<String, String> one = jars(first);
    Map<String, String> other = jars(second);
    Set<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    for (String name : names) {
      String was = one.getOrDefault(name, ABSENT);
      String is = other.getOrDefault(name, ABSENT);
      if (!was.equals(is)) {
        differences.add(new Difference("jar " + name, shortened(was), shortened(is)));
      }
    }
  }

  private static Map<String, String> jars(Environment environment) {
    return environment.jars().stream()
        .collect(
            Collectors.toMap(
                Environment.Jar::name,
                Environment.Jar::sha256,
                (one, other) -> one.equals(other) ? one : one + other,
                TreeMap::new));
  }

  private static String shortened(String digest) {
    return digest.length() > DIGEST ? digest.substring(0, DIGEST) + "…" : digest;
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? ABSENT : node.isString() ? node.stringValue() : node.toString();
  }
}
