package org.hamtlab.testkit.bounded;

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

/** Provides the compression {@code testkit.bounded}. */
public final class BoundedCompressionProvider implements PathCompressionProvider {
  private static final IntParameter FLOOR =
      new IntParameter("floor", "levels", 0, 63, 2, "The first level at which entries stand.");
  private static final IntParameter LONGEST =
      new IntParameter("longest", "levels", 0, 63, 1, "The most levels that one branch skips.");
  private static final ChoiceParameter RESTORES =
      new ChoiceParameter(
          "restores", "", List.of("yes", "no"), "yes", "Whether removal restores the shape.");

  /** Creates the provider. */
  public BoundedCompressionProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("testkit.bounded");
  }

  @Override
  public String summary() {
    return "Lazy expansion from a level on and path compression of short runs; for tests.";
  }

  @Override
  public String source() {
    return "hamtlab";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(FLOOR, LONGEST, RESTORES);
  }

  @Override
  public Traits traits(Settings settings) {
    return settings.get(LONGEST) == 0 ? Traits.offering(Trait.ORDINARY_BRANCHES) : Traits.NONE;
  }

  @Override
  public PathCompression create(Settings settings) {
    return new BoundedCompression(
        settings.get(FLOOR), settings.get(LONGEST), settings.get(RESTORES).equals("yes"));
  }
}
