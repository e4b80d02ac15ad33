package org.hamtlab.allocator.threadlocal;

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

/** Provides the allocator {@code thread-local}. */
public final class ThreadLocalAllocatorProvider implements AllocatorProvider {
  private static final IntParameter SLOTS =
      new IntParameter("slots", "slots", 16, 1 << 28, 8192, "Size of a thread's pool.");
  private static final StrategyParameter PARENT =
      new StrategyParameter(
          "parent", Axis.ALLOCATOR, false, "locked", "Grants pools, and what does not fit one.");

  /** Creates the provider. */
  public ThreadLocalAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("thread-local");
  }

  @Override
  public String summary() {
    return "Cuts blocks from a pool per thread, without a lock; the parent serves what does not fit.";
  }

  @Override
  public String source() {
    return "esharedhash, optimised pools; Berger et al., ASPLOS 2000, doi:10.1145/378993.379232";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SLOTS, PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.ADDRESSED_BLOCKS, Trait.CONCURRENT_CALLS)
        .needingOfParent(Trait.ADDRESSED_BLOCKS, Trait.CONCURRENT_CALLS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new ThreadLocalAllocator(
        context.memory(), context.nested(PARENT).orElseThrow(), settings.get(SLOTS));
  }
}
