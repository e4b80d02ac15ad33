package org.hamtlab.allocator.pool;

import java.util.List;
import java.util.Locale;
import org.hamtlab.allocator.pool.PoolAllocator.Growth;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
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

/** Provides the allocator {@code pool}. */
public final class PoolAllocatorProvider implements AllocatorProvider {
  private static final IntParameter SLOTS =
      new IntParameter("slots", "slots", 16, 1 << 28, 65536, "Size of the reserve.");
  private static final ChoiceParameter GROWTH =
      new ChoiceParameter(
          "growth",
          "",
          List.of("fixed", "double", "adaptive"),
          "fixed",
          "What a full pool does: fall back, double, or grow by what was requested so far.");
  private static final StrategyParameter PARENT =
      new StrategyParameter(
          "parent", Axis.ALLOCATOR, true, "arena", "Serves the requests that do not fit.");

  /** Creates the provider. */
  public PoolAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("pool");
  }

  @Override
  public String summary() {
    return "Cuts blocks from a reserve of fixed size; what does not fit is served by the parent.";
  }

  @Override
  public String source() {
    return "mojo-hamt, ChildrenPool";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SLOTS, GROWTH, PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.passing(Trait.ADDRESSED_BLOCKS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    Allocator parent = context.nested(PARENT).orElse(null);
    return new PoolAllocator(
        context.memory(),
        parent,
        Growth.valueOf(settings.get(GROWTH).toUpperCase(Locale.ROOT)),
        settings.get(SLOTS),
        context::warn);
  }
}
