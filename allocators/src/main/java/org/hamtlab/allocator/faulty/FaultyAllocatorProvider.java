package org.hamtlab.allocator.faulty;

import java.util.List;
import org.hamtlab.config.Axis;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;

/** Provides the allocator {@code faulty}. */
public final class FaultyAllocatorProvider implements AllocatorProvider {
  private static final IntParameter AT =
      new IntParameter(
          "at",
          "requests",
          0,
          1 << 30,
          0,
          "Number of the first request that is refused, counted from 1; 0 for none.");
  private static final IntParameter EVERY =
      new IntParameter(
              "every",
              "requests",
              0,
              1 << 30,
              0,
              "Distance of the refused requests after the first; 0 if there are no others.")
          .onlyWith(AT.within(1, 1 << 30));
  private static final StrategyParameter PARENT =
      new StrategyParameter("parent", Axis.ALLOCATOR, false, "arena", "Serves the others.");

  /** Creates the provider. */
  public FaultyAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("faulty");
  }

  @Override
  public String summary() {
    return "Refuses the request that a test names; for tests.";
  }

  @Override
  public String source() {
    return "SQLite's tests of lacking memory (sqlite.org/testing.html, 3.1)";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(AT, EVERY, PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.passing(Trait.ADDRESSED_BLOCKS, Trait.COLLECTED_ARRAYS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new FaultyAllocator(
        context.nested(PARENT).orElseThrow(), settings.get(AT), settings.get(EVERY));
  }
}
