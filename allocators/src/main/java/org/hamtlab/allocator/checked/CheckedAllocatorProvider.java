package org.hamtlab.allocator.checked;

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

/** Provides the allocator {@code checked}. */
public final class CheckedAllocatorProvider implements AllocatorProvider {
  private static final StrategyParameter PARENT =
      new StrategyParameter("parent", Axis.ALLOCATOR, false, "arena", "What is checked.");

  /** Creates the provider. */
  public CheckedAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("checked");
  }

  @Override
  public String summary() {
    return "Asserts every call to the allocator below it; for tests.";
  }

  @Override
  public String source() {
    return "Heap Layers (emeryberger/Heap-Layers, heaps/debug)";
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
    Allocator parent = context.nested(PARENT).orElseThrow();
    return new CheckedAllocator(context.memory(), parent, settings.get(PARENT).name());
  }
}
