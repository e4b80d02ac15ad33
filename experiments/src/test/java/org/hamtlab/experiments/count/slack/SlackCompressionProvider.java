package org.hamtlab.experiments.count.slack;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;

/**
 * Provides a compression that declares a canonical form which it cannot have: an entry stands two
 * levels deeper than need be when it is put, and stays there when others part from it.
 */
public final class SlackCompressionProvider implements PathCompressionProvider {
  private static final int SLACK = 2;

  @Override
  public StrategyId id() {
    return new StrategyId("test.slack");
  }

  @Override
  public String summary() {
    return "Stores an entry two levels deeper than need be.";
  }

  @Override
  public String source() {
    return "hamtlab (bad control)";
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
    return new Slack();
  }

  private record Slack() implements PathCompression {
    @Override
    public int expand(int level, int lastLevel) {
      return Math.min(level + SLACK, lastLevel);
    }

    @Override
    public int collapse(int run) {
      return 0;
    }

    @Override
    public boolean restores() {
      return true;
    }
  }
}
