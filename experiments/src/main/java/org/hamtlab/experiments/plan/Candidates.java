package org.hamtlab.experiments.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.store.Plan.Exclusion;
import org.hamtlab.registry.Registry;

/**
 * Phrases resolved against what is installed: those that are possible, those that are not with the
 * reason, and those that spell one that is there already. The first is the baseline.
 */
public final class Candidates {
  private final Registry registry;
  private final Map<String, Candidate> possible = new LinkedHashMap<>();
  private final List<Exclusion> exclusions = new ArrayList<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final List<String> declared = new ArrayList<>();
  private final List<String> confounded = new ArrayList<>();
  private final List<List<String>> paths = new ArrayList<>();

  /** Begins with nothing. */
  public Candidates(Registry registry) {
    this.registry = registry;
  }

  /** Adds the treatments that a profile compares. */
  public Candidates add(Profile profile) {
    List<String> builtin = builtinPhrases();
    require(builtin.getFirst());
    if (profile.isComprehensive()) {
      OneAtATime.parts(registry).forEach(part -> addPart(builtin.getFirst(), part));
      registry.presets().keySet().forEach(preset -> tryAdd("@" + preset));
    } else {
      builtin.subList(1, builtin.size()).forEach(this::tryAdd);
    }
    return this;
  }

  /** Adds a baseline with one part changed; if that is impossible, one axis more that fits it. */
  private void addPart(String baseline, String part) {
    consider(baseline + " " + part);
    Treatment treatment = registry.resolve(baseline + " " + part);
    if (registry.exclusion(treatment).isPresent()) {
      Stream.of(Axis.LAYOUT, Axis.ALLOCATOR)
          .filter(axis -> !part.startsWith(axis.key() + "="))
          .flatMap(axis -> variants(axis).map(variant -> treatment.with(axis, variant)))
          .filter(fitting -> registry.exclusion(fitting).isEmpty())
          .findFirst()
          .ifPresent(this::keep);
    }
  }

  private Stream<Selection> variants(Axis axis) {
    return registry.providers(axis).stream()
        .flatMap(provider -> registry.variants(axis, provider.id()).stream());
  }

  /** Adds a phrase that must be possible. */
  public Candidates require(String phrase) {
    if (phrase.startsWith(Candidate.PEER)) {
      String peer = phrase.split("\\s+(assembly|build|reclaim)=", 2)[0].strip();
      Subject.of(peer);
      keep(phrase, Candidate.peer(peer));
      return this;
    }
    Treatment treatment = registry.resolve(phrase);
    Optional<String> reason = registry.exclusion(treatment);
    if (reason.isPresent()) {
      throw new ConfigurationException(phrase + ": is not possible. " + reason.get());
    }
    keep(phrase, Candidate.of(treatment));
    return this;
  }

  /**
   * Adds a phrase if it is possible, and notes the reason if it is not; a malformed one is an
   * error.
   */
  public Candidates consider(String phrase) {
    if (phrase.startsWith(Candidate.PEER)) {
      return require(phrase);
    }
    Treatment treatment = registry.resolve(phrase);
    judge(phrase, treatment, registry.exclusion(treatment));
    return this;
  }

  /** Adds a treatment that is possible. */
  public Candidates keep(Treatment treatment) {
    Candidate candidate = Candidate.of(treatment);
    keep(candidate.phrase(), candidate);
    return this;
  }

  /** Adds a possible treatment that levels of factors spell. */
  public Candidates keep(String levels, Treatment treatment) {
    Candidate candidate = Candidate.of(treatment);
    boolean isBaseline = baseline().filter(candidate::equals).isPresent();
    keep(isBaseline ? candidate.phrase() : levels, candidate);
    return this;
  }

  private Optional<Candidate> baseline() {
    return possible.values().stream().findFirst();
  }

  /** Notes what is not possible. */
  public Candidates exclude(String phrase, String reason) {
    exclusions.add(new Exclusion(phrase, reason));
    return this;
  }

  /** Notes that a factor is varied deliberately. */
  public Candidates declare(String factor) {
    declared.add(factor);
    return this;
  }

  /** Notes an effect that the design cannot tell from another. */
  public Candidates confound(String sentence) {
    confounded.add(sentence);
    return this;
  }

  /** Notes that canonical phrases follow one another on a path of changes. */
  public Candidates path(List<String> phrases) {
    paths.add(List.copyOf(phrases));
    return this;
  }

  /** Canonical phrases along paths of changes. */
  public List<List<String>> paths() {
    return List.copyOf(paths);
  }

  /** The factors that are varied deliberately; empty if treatments were chosen one by one. */
  public List<String> declared() {
    return List.copyOf(declared);
  }

  /** Effects that cannot be told apart. */
  public List<String> confounded() {
    return List.copyOf(confounded);
  }

  /** What is installed. */
  Registry registry() {
    return registry;
  }

  /** Those that are possible, in the order added, the baseline first. */
  public List<Candidate> possible() {
    return List.copyOf(possible.values());
  }

  /** Those that are not. */
  public List<Exclusion> exclusions() {
    return List.copyOf(exclusions);
  }

  /** Phrases that spell one that was there already, with its canonical phrase. */
  public Map<String, String> aliases() {
    return new LinkedHashMap<>(aliases);
  }

  private void tryAdd(String phrase) {
    try {
      Treatment treatment = registry.resolve(phrase);
      judge(phrase, treatment, registry.exclusion(treatment));
    } catch (ConfigurationException e) {
      exclusions.add(new Exclusion(phrase, e.getMessage()));
    }
  }

  private void judge(String phrase, Treatment treatment, Optional<String> reason) {
    if (reason.isPresent()) {
      exclusions.add(new Exclusion(treatment.phrase(), reason.get()));
    } else {
      keep(phrase, Candidate.of(treatment));
    }
  }

  private void keep(String phrase, Candidate candidate) {
    boolean isThere = possible.putIfAbsent(candidate.phrase(), candidate) != null;
    if (isThere && !phrase.equals(candidate.phrase())) {
      aliases.put(phrase, candidate.phrase());
    }
  }

  private static List<String> builtinPhrases() {
    try (InputStream in = Candidates.class.getResourceAsStream("builtin-treatments.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
