package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Treatment;

/**
 * A subject that a sweep may compare: a composition, or a whole map of another library.
 *
 * @param phrase canonical phrase
 * @param levels factor level by axis, spelled in full; empty for a peer
 * @param factors factor level by factor, {@link FactorLevels}; empty for a peer
 * @param assembly how the classes are obtained, {@code -} for a peer
 * @param treatment the composition; empty for a peer
 */
public record Candidate(
    String phrase,
    Map<Axis, String> levels,
    Map<String, String> factors,
    String assembly,
    Optional<Treatment> treatment) {
  /** What begins the phrase of a peer. */
  public static final String PEER = "peer=";

  private static final List<String> RUN_LEVEL =
      List.of("assembly", "build", "reclaim", "reclaim.garbage");

  /** Copies the levels. */
  public Candidate {
    levels = Map.copyOf(levels);
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
  }

  /** A composition. */
  public static Candidate of(Treatment treatment) {
    Map<Axis, String> levels = new TreeMap<>();
    for (Axis axis : Axis.values()) {
      levels.put(axis, treatment.on(axis).toString());
    }
    return new Candidate(
        treatment.phrase(),
        levels,
        FactorLevels.of(treatment),
        treatment.assembly().key(),
        Optional.of(treatment));
  }

  /** A whole map of another library, by class name. */
  public static Candidate peer(String phrase) {
    return new Candidate(phrase, Map.of(), Map.of(), "-", Optional.empty());
  }

  /** The factor level on an axis, {@code -} for a peer. */
  public String level(Axis axis) {
    return levels.getOrDefault(axis, "-");
  }

  /** Names of the factors in which this differs from another; {@code peer} for a peer. */
  public List<String> changedFrom(Candidate baseline) {
    return levels.isEmpty() ? List.of("peer") : FactorLevels.changed(baseline.factors, factors);
  }

  /** What distinguishes this from another, as short as it can be said. */
  public String labelAgainst(Candidate baseline) {
    return labelAgainst(baseline, this);
  }

  /**
   * As {@link #labelAgainst(Candidate)}, with the parameters too by which this differs from another
   * that has the same label without them.
   */
  public String labelAgainst(Candidate baseline, Candidate namesake) {
    if (levels.isEmpty()) {
      return phrase.substring(phrase.lastIndexOf('.') + 1);
    }
    List<String> parts = new ArrayList<>();
    for (Axis axis : Axis.values()) {
      if (!level(axis).equals(baseline.level(axis))) {
        parts.add(difference(axis, baseline, namesake));
      }
    }
    for (String key : RUN_LEVEL) {
      String level = factors.get(key);
      if (level != null && !level.equals(baseline.factors.get(key))) {
        parts.add(key + "=" + level);
      }
    }
    return parts.isEmpty() ? "baseline" : String.join(" ", parts);
  }

  private String difference(Axis axis, Candidate baseline, Candidate namesake) {
    LevelText mine = LevelText.of(level(axis));
    LevelText other = LevelText.of(baseline.level(axis));
    boolean isNamed = !mine.name().equals(other.name());
    List<String> changed = new ArrayList<>(mine.settings());
    changed.removeAll((isNamed ? LevelText.of(namesake.level(axis)) : other).settings());
    String name = isNamed ? axis.key() + "=" + mine.name() : axis.key();
    return changed.isEmpty() ? name : name + "{" + String.join(",", changed) + "}";
  }
}
