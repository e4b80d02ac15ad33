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
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.store.Plan.Exclusion;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;

/**
 * Phrases resolved against what is installed: those that are possible, those that are not with the
 * reason, and those that spell one that is there already. The first is the baseline.
 */
public final class Candidates {
  private final Registry registry;
  private final Map<String, Candidate> possible = new LinkedHashMap<>();
  private final List<Exclusion> exclusions = new ArrayList<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();

  /** Begins with nothing. */
  public Candidates(Registry registry) {
    this.registry = registry;
  }

  /** Adds the treatments that a profile compares. */
  public Candidates add(Profile profile) {
    List<String> builtin = builtinPhrases();
    require(builtin.getFirst());
    if (profile.isFactorial()) {
      factorial().forEach(this::tryAdd);
    } else {
      builtin.subList(1, builtin.size()).forEach(this::tryAdd);
    }
    return this;
  }

  /** Adds a phrase that must be possible. */
  public Candidates require(String phrase) {
    if (phrase.startsWith(Candidate.PEER)) {
      Subject.of(phrase);
      keep(phrase, Candidate.peer(phrase));
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
      registry
          .exclusion(treatment)
          .ifPresentOrElse(
              reason -> exclusions.add(new Exclusion(treatment.phrase(), reason)),
              () -> keep(phrase, Candidate.of(treatment)));
    } catch (ConfigurationException e) {
      exclusions.add(new Exclusion(phrase, e.getMessage()));
    }
  }

  private void keep(String phrase, Candidate candidate) {
    if (possible.putIfAbsent(candidate.phrase(), candidate) != null) {
      aliases.put(phrase, candidate.phrase());
    }
  }

  /** Every strategy of every axis with every other, settings at their defaults. */
  private List<String> factorial() {
    List<String> phrases = List.of("");
    for (Axis axis : Axis.values()) {
      List<String> longer = new ArrayList<>();
      for (String phrase : phrases) {
        for (StrategyProvider provider : registry.providers(axis)) {
          longer.add((phrase + " " + axis.key() + "=" + provider.id()).strip());
        }
      }
      phrases = longer;
    }
    return phrases;
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
