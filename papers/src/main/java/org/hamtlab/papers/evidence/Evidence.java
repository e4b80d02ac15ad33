package org.hamtlab.papers.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.registry.Registry;

/**
 * What was measured for one claim, read from its folder: {@code observations.jsonl}, {@code
 * bundle/}, or both.
 */
public final class Evidence {
  private static final String OBSERVATIONS = "observations.jsonl";
  private static final String BUNDLE = "bundle";

  private final Path dir;
  private final List<Observation> observations;

  private Evidence(Path dir, List<Observation> observations) {
    this.dir = dir;
    this.observations = List.copyOf(observations);
  }

  /** Reads a folder. */
  public static Evidence read(Path dir) {
    return new Evidence(dir, new ObservationFile(dir.resolve(OBSERVATIONS)).read());
  }

  /** Evidence that is in no file yet. */
  public static Evidence of(List<Observation> observations) {
    return new Evidence(Path.of("."), observations);
  }

  /** Whether a folder has observations. */
  public static boolean isRecorded(Path dir) {
    return Files.exists(dir.resolve(OBSERVATIONS));
  }

  /** Where the bundle of a claim's folder stands. */
  public static Path bundle(Path dir) {
    return dir.resolve(BUNDLE);
  }

  /** Writes observations, all or none. */
  public static void write(Path dir, Recorder recorder) {
    StringBuilder text = new StringBuilder();
    recorder.observations().forEach(o -> text.append(Json.line(o)).append('\n'));
    BundleFiles.replace(dir.resolve(OBSERVATIONS), text.toString());
  }

  /** The value of a quantity that was recorded once. */
  public double value(String quantity, String variant) {
    Map<Integer, Double> values = values(quantity, variant);
    if (values.size() != 1) {
      throw new EvidenceException(
          dir.resolve(OBSERVATIONS)
              + ": "
              + values.size()
              + " values of "
              + quantity
              + " on '"
              + variant
              + "' (expected one).");
    }
    return values.values().iterator().next();
  }

  /** A whole number that was recorded once. */
  public long count(String quantity, String variant) {
    return Math.round(value(quantity, variant));
  }

  /** Values of a quantity by replicate; none if it was not recorded. */
  public Map<Integer, Double> values(String quantity, String variant) {
    Map<Integer, Double> values = new TreeMap<>();
    observations.stream()
        .filter(o -> o.quantity().equals(quantity) && o.variant().equals(variant))
        .forEach(o -> values.put(o.replicate(), o.value()));
    return values;
  }

  /** Logarithms of a positive quantity that was recorded in replicates. */
  public Logs logs(String quantity, String variant) {
    Map<Integer, Double> values = values(quantity, variant);
    if (values.isEmpty()) {
      throw new EvidenceException(
          dir.resolve(OBSERVATIONS) + ": no values of " + quantity + " on '" + variant + "'.");
    }
    return Logs.of(values);
  }

  /** All observations in order. */
  public List<Observation> observations() {
    return observations;
  }

  /** The variants on which a quantity was recorded, in order. */
  public Set<String> variants(String quantity) {
    Set<String> variants = new LinkedHashSet<>();
    observations.stream()
        .filter(o -> o.quantity().equals(quantity))
        .forEach(o -> variants.add(o.variant()));
    return variants;
  }

  /** The times in the bundle. */
  public Times times() {
    return new Times(new BundleFiles(bundle(dir)), Registry.installed());
  }

  /** The counters in the bundle. */
  public List<Count> counts() {
    return new BundleFiles(bundle(dir)).counts().read();
  }
}
