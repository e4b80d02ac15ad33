package org.hamtlab.config;

import java.util.Optional;

/**
 * One strategy with all its settings, or the choice of none where a {@link StrategyParameter}
 * permits that.
 *
 * @param id the strategy; empty for none
 * @param settings a value for every parameter of the strategy
 */
public record Selection(Optional<StrategyId> id, Settings settings) {

  /** The choice of no strategy. */
  public static final Selection NONE = new Selection(Optional.empty(), Settings.EMPTY);

  /** Selects a strategy. */
  public static Selection of(StrategyId id, Settings settings) {
    return new Selection(Optional.of(id), settings);
  }

  /** Whether no strategy is selected. */
  public boolean isNone() {
    return id.isEmpty();
  }

  /** The id, {@code none} for none. */
  public String name() {
    return id.map(StrategyId::value).orElse("none");
  }

  /** The selection as the canonical phrase spells it: {@code id{name=value,…}}. */
  @Override
  public String toString() {
    return name() + settings;
  }
}
