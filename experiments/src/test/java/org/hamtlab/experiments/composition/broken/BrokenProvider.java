package org.hamtlab.experiments.composition.broken;

import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.StrategyProvider;

/** What the providers have in common: an id, and a parameter that names the fault. */
abstract class BrokenProvider implements StrategyProvider {
  private final String id;
  private final ChoiceParameter how;
  private final Trait[] offers;

  BrokenProvider(String id, List<String> faults, Trait... offers) {
    this.id = id;
    this.how = new ChoiceParameter("how", "", faults, faults.getFirst(), "The fault.");
    this.offers = offers;
  }

  /** The fault that settings name. */
  final String how(Settings settings) {
    return settings.get(how);
  }

  @Override
  public final StrategyId id() {
    return new StrategyId(id);
  }

  @Override
  public final String summary() {
    return "Has a fault.";
  }

  @Override
  public final String source() {
    return "hamtlab";
  }

  @Override
  public final List<Parameter<?>> parameters() {
    return List.of(how);
  }

  @Override
  public final Traits traits(Settings settings) {
    return Traits.offering(offers);
  }
}
