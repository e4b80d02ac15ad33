package org.hamtlab.compression.none;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;

/** Provides the compression {@code none}. */
public final class NoneCompressionProvider implements PathCompressionProvider {
  /** Creates the provider. */
  public NoneCompressionProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("none");
  }

  @Override
  public String summary() {
    return "Stores every entry at the last level: no lazy expansion, no path compression.";
  }

  @Override
  public String source() {
    return "mojo-hamt; hamtlab (null and bad control)";
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
    return new NoneCompression();
  }
}
