package org.hamtlab.allocator.leaking;

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

/** Provides the allocator {@code leaking}. */
public final class LeakingAllocatorProvider implements AllocatorProvider {
  private static final StrategyParameter PARENT =
      new StrategyParameter("parent", Axis.ALLOCATOR, false, "freelist", "Grants the blocks.");

  /** Creates the provider. */
  public LeakingAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("leaking");
  }

  @Override
  public String summary() {
    return "Keeps freed blocks from the allocator below it: the control that is bad for space.";
  }

  @Override
  public String source() {
    return "hamtlab (bad control)";
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
    return new LeakingAllocator(context.nested(PARENT).orElseThrow());
  }
}
