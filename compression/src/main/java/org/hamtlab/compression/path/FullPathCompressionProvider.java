package org.hamtlab.compression.path;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;

/** Provides the compression {@code path}. */
public final class FullPathCompressionProvider implements PathCompressionProvider {
  /** Creates the provider. */
  public FullPathCompressionProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("path");
  }

  @Override
  public String summary() {
    return "Lazy expansion, and one branch in place of a run of single-child levels.";
  }

  @Override
  public String source() {
    return "Donald R. Morrison, PATRICIA, J. ACM 15(4), 1968, doi:10.1145/321479.321481";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of();
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public PathCompression create(Settings settings) {
    return new FullPathCompression();
  }
}
