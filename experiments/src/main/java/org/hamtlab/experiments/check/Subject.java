package org.hamtlab.experiments.check;

import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;

/**
 * What one run of a contract is about.
 *
 * @param registry resolves nested strategies
 * @param axis of the strategy
 * @param selection the strategy with its settings
 * @param treatment a possible treatment with the strategy in it
 * @param contract what it must keep
 */
record Subject(
    Registry registry, Axis axis, Selection selection, Treatment treatment, Contract contract) {

  /** The provider of the strategy. */
  StrategyProvider provider() {
    return registry.provider(axis, selection.id().orElseThrow());
  }

  /** What the contract was run over, as a phrase spells it. */
  String phrase() {
    return switch (contract) {
      case HASH, LAYOUT, ALLOCATOR, COMPRESSION -> axis.key() + "=" + selection;
      case MAP, VERSION -> treatment.phrase();
    };
  }
}
