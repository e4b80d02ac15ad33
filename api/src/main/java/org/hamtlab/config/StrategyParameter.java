package org.hamtlab.config;

import java.util.Optional;

/**
 * A parameter that names another strategy of an axis, with settings of its own: the parent of a
 * stacked allocator.
 *
 * @param name the name in phrases
 * @param axis where the strategy is looked up
 * @param mayBeNone whether {@code none} is permitted
 * @param defaultText a strategy as a phrase spells it, settings left out taking their defaults
 * @param sentence what it does
 * @param condition when it matters; empty if always
 */
public record StrategyParameter(
    String name,
    Axis axis,
    boolean mayBeNone,
    String defaultText,
    String sentence,
    Optional<Condition> condition)
    implements Parameter<Selection> {

  /** A parameter that always matters. */
  public StrategyParameter(
      String name, Axis axis, boolean mayBeNone, String defaultText, String sentence) {
    this(name, axis, mayBeNone, defaultText, sentence, Optional.empty());
  }

  @Override
  public String unit() {
    return "";
  }

  @Override
  public String range() {
    return (mayBeNone ? "none or " : "") + "any " + axis.key();
  }

  @Override
  public Class<Selection> type() {
    return Selection.class;
  }

  @Override
  public StrategyParameter onlyWith(Condition condition) {
    return new StrategyParameter(
        name, axis, mayBeNone, defaultText, sentence, Optional.of(condition));
  }
}
