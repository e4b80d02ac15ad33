package org.hamtlab.compression.boundedpath;

import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;

/** Provides the compression {@code bounded-path}. */
public final class BoundedPathCompressionProvider implements PathCompressionProvider {
  private static final IntParameter SKIP =
      new IntParameter(
          "skip", "levels", 0, 21, 2, "The most levels that one branch skips; 0 for none.");
  private static final ChoiceParameter REMOVAL =
      new ChoiceParameter(
          "removal",
          "",
          List.of("restores", "leaves"),
          "restores",
          "Whether removal restores the shape or leaves branches with one child or entry.");

  /** Creates the provider. */
  public BoundedPathCompressionProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("bounded-path");
  }

  @Override
  public String summary() {
    return "Lazy expansion, and branches that skip a bounded number of single-child levels.";
  }

  @Override
  public String source() {
    return "Leis, Kemper, Neumann, ICDE 2013, doi:10.1109/ICDE.2013.6544812, section III.E";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SKIP, REMOVAL);
  }

  @Override
  public Traits traits(Settings settings) {
    return settings.get(SKIP) == 0 ? Traits.offering(Trait.ORDINARY_BRANCHES) : Traits.NONE;
  }

  @Override
  public PathCompression create(Settings settings) {
    return new BoundedPathCompression(settings.get(SKIP), settings.get(REMOVAL).equals("restores"));
  }
}
