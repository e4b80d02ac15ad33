package org.hamtlab.allocator.metered;

import java.util.List;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;

/** Provides the allocator {@code metered}. */
public final class MeteredAllocatorProvider implements AllocatorProvider {
  private static final StrategyParameter PARENT =
      new StrategyParameter("parent", Axis.ALLOCATOR, false, "arena", "What is metered.");

  /** Creates the provider. */
  public MeteredAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("metered");
  }

  @Override
  public String summary() {
    return "Counts the requests to the allocator below it by size, and changes nothing.";
  }

  @Override
  public String source() {
    return "Heap Layers (emeryberger/Heap-Layers, heaps/debug/statsheap.h)";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.passing(Trait.ADDRESSED_BLOCKS, Trait.COLLECTED_ARRAYS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new MeteredAllocator(context.nested(PARENT).orElseThrow());
  }
}
