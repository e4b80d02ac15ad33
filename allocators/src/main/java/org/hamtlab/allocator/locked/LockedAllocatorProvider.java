package org.hamtlab.allocator.locked;

import java.util.List;
import java.util.Set;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;

/** Provides the allocator {@code locked}. */
public final class LockedAllocatorProvider implements AllocatorProvider {
  private static final StrategyParameter PARENT =
      new StrategyParameter("parent", Axis.ALLOCATOR, false, "arena", "What is locked.");

  private static final ChoiceParameter ORDER =
      new ChoiceParameter(
          "order",
          "",
          List.of("barging", "arrival"),
          "barging",
          "Who is next: whoever comes when the lock is free, or who has waited longest.");

  private static final ChoiceParameter SITES =
      new ChoiceParameter(
          "sites",
          "",
          List.of("operation", "caller"),
          "operation",
          "What locks are counted by: the allocator's operation, or the method that calls it.");

  /** Creates the provider. */
  public LockedAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("locked");
  }

  @Override
  public String summary() {
    return "Takes a lock around every call to the allocator below it and counts that.";
  }

  @Override
  public String source() {
    return "Heap Layers (emeryberger/Heap-Layers, heaps/threads/lockedheap.h)";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(ORDER, SITES, PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    return new Traits(
        Set.of(),
        Set.of(),
        Set.of(Trait.CONCURRENT_CALLS),
        Set.of(Trait.ADDRESSED_BLOCKS, Trait.COLLECTED_ARRAYS));
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new LockedAllocator(
        context.nested(PARENT).orElseThrow(),
        settings.get(ORDER).equals("arrival"),
        settings.get(SITES).equals("caller"));
  }
}
