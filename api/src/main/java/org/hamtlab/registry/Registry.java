package org.hamtlab.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamtlab.config.Axis;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Treatment;
import org.hamtlab.spi.StrategyProvider;

/** The strategies that are installed, and the resolution of phrases against them. */
public final class Registry {
  /** The strategies that ServiceLoader finds with the context class loader. */
  public static Registry installed() {
    throw new UnsupportedOperationException();
  }

  /** A registry of given providers, for tests and tools. */
  public static Registry of(List<? extends StrategyProvider> providers) {
    throw new UnsupportedOperationException();
  }

  /** The providers of an axis, by id. */
  public List<StrategyProvider> providers(Axis axis) {
    throw new UnsupportedOperationException();
  }

  /** The provider of an id; an unknown one is an error that lists what is installed. */
  public StrategyProvider provider(Axis axis, StrategyId id) {
    throw new UnsupportedOperationException();
  }

  /** The presets by name without the at sign, each with the phrase that it stands for. */
  public Map<String, String> presets() {
    throw new UnsupportedOperationException();
  }

  /** The treatment that a phrase spells; a malformed or invalid one is an error. */
  public Treatment resolve(String phrase) {
    throw new UnsupportedOperationException();
  }

  /** Why a treatment is impossible; empty if it is possible. */
  public Optional<String> exclusion(Treatment treatment) {
    throw new UnsupportedOperationException();
  }
}
