package org.acme.hamt.laststack;

import java.util.List;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;

/** Provides the allocator {@code acme.last-stack}. */
public final class LastStackAllocatorProvider implements AllocatorProvider {
  private static final IntParameter CHUNK =
      new IntParameter("chunk", "slots", 16, 1 << 20, 4096, "Size of a chunk.");
  private static final IntParameter REMEMBERED =
      new IntParameter("remembered", "blocks", 1, 1024, 16, "How many freed blocks are kept.");

  /** Creates the provider. */
  public LastStackAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("acme.last-stack");
  }

  @Override
  public String summary() {
    return "Cuts blocks from chunks and hands the few freed last out again.";
  }

  @Override
  public String source() {
    return "acme";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(CHUNK, REMEMBERED);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.ADDRESSED_BLOCKS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new LastStackAllocator(context.memory(), settings.get(CHUNK), settings.get(REMEMBERED));
  }
}
