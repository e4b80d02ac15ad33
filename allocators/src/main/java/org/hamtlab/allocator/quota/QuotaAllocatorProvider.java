package org.hamtlab.allocator.quota;

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

/** Provides the allocator {@code quota}. */
public final class QuotaAllocatorProvider implements AllocatorProvider {
  private static final IntParameter SLOTS =
      new IntParameter("slots", "slots", 1, 1 << 30, 1 << 28, "Most slots that may be live.");
  private static final StrategyParameter PARENT =
      new StrategyParameter(
          "parent", Axis.ALLOCATOR, false, "arena", "Serves what is not refused.");

  /** Creates the provider. */
  public QuotaAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("quota");
  }

  @Override
  public String summary() {
    return "Refuses what would bring the live slots above a limit.";
  }

  @Override
  public String source() {
    return "hamtlab";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SLOTS, PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.passing(Trait.ADDRESSED_BLOCKS, Trait.COLLECTED_ARRAYS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new QuotaAllocator(
        context.nested(PARENT).orElseThrow(), settings.get(PARENT).name(), settings.get(SLOTS));
  }
}
