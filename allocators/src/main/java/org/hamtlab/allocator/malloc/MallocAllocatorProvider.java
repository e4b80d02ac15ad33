package org.hamtlab.allocator.malloc;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;

/** Provides the allocator {@code malloc}. */
public final class MallocAllocatorProvider implements AllocatorProvider {
  /** Creates the provider. */
  public MallocAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("malloc");
  }

  @Override
  public String summary() {
    return "The C library's malloc through the foreign-memory API, one call a block.";
  }

  @Override
  public String source() {
    return "malloc(3)";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of();
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.ADDRESSED_BLOCKS).needing(Trait.NATIVE_WORDS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    MallocAllocator allocator = new MallocAllocator();
    context.memory().translateBy(allocator);
    return allocator;
  }
}
