package org.hamtlab.allocator.gc;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;

/** Provides the allocator {@code gc}. */
public final class GcAllocatorProvider implements AllocatorProvider {
  /** Creates the provider. */
  public GcAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("gc");
  }

  @Override
  public String summary() {
    return "Every block is an array of its own, which the JVM collects; it only counts.";
  }

  @Override
  public String source() {
    return "hamtlab (null control)";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of();
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.COLLECTED_ARRAYS).needing(Trait.OBJECT_SLOTS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new GcAllocator();
  }
}
