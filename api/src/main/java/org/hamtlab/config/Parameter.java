package org.hamtlab.config;

import java.util.Optional;

/**
 * A typed parameter of a strategy: the one declaration that sweeps, listings, documentation and
 * validation read.
 *
 * @param <T> type of its values
 */
public sealed interface Parameter<T>
    permits IntParameter, LongParameter, ChoiceParameter, StrategyParameter {

  /** The name in phrases, kebab-case. */
  String name();

  /** The unit of its values, or an empty string. */
  String unit();

  /** The default as a phrase spells it. */
  String defaultText();

  /** The permitted values, for people. */
  String range();

  /** What it does, in one sentence. */
  String sentence();

  /** The class of its values, by which settings check what they are given. */
  Class<T> type();

  /** When it matters; empty if always. */
  Optional<Condition> condition();

  /** This parameter, which matters under a condition alone. */
  Parameter<T> onlyWith(Condition condition);
}
