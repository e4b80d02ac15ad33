package org.hamtlab.compression.lazyexpansion;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;

/** Provides the compression {@code lazy-expansion}. */
public final class LazyExpansionCompressionProvider implements PathCompressionProvider {
  /** Creates the provider. */
  public LazyExpansionCompressionProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("lazy-expansion");
  }

  @Override
  public String summary() {
    return "Stores an entry, or a collision node, at the first level where it stands alone.";
  }

  @Override
  public String source() {
    return "Phil Bagwell, Ideal Hash Trees (2001)";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of();
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.ORDINARY_BRANCHES);
  }

  @Override
  public PathCompression create(Settings settings) {
    return new LazyExpansionCompression();
  }
}
