package org.hamtlab.spi;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;

/**
 * Describes one strategy and creates it. ServiceLoader finds providers; listing them creates no
 * strategy.
 *
 * <p>A provider is stateless and {@code public} with a public constructor without parameters. Its
 * class and its strategy's classes stand in one package tree, because the assembler defines a copy
 * of that tree for each composition; a static field therefore exists once per composition and must
 * not carry anything between maps.
 */
public interface StrategyProvider {

  /** The permanent id, kebab-case; third parties prefix theirs with a name of their own. */
  StrategyId id();

  /** What the strategy is, in one sentence. */
  String summary();

  /** Where it was published: paper with DOI, or repository and file; "hamtlab" for our own. */
  String source();

  /** The parameters, in the order in which the canonical phrase spells them. */
  List<Parameter<?>> parameters();

  /** What the strategy needs of the other axes and offers them under these settings. */
  Traits traits(Settings settings);
}
