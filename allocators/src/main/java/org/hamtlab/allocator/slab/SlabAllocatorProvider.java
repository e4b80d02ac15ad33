package org.hamtlab.allocator.slab;

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

/** Provides the allocator {@code slab}. */
public final class SlabAllocatorProvider implements AllocatorProvider {
  private static final IntParameter SLAB =
      new IntParameter(
          "slab",
          "slots",
          64,
          1 << 20,
          1024,
          "Size of a slab; what is above an eighth of it is granted by the parent.");
  private static final StrategyParameter PARENT =
      new StrategyParameter(
          "parent", Axis.ALLOCATOR, false, "freelist", "Serves what is too large for a slab.");

  /** Creates the provider. */
  public SlabAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("slab");
  }

  @Override
  public String summary() {
    return "Cuts slabs into equal blocks, one size a slab; empty slabs serve any size.";
  }

  @Override
  public String source() {
    return "Jeff Bonwick, The slab allocator, USENIX Summer 1994";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SLAB, PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.ADDRESSED_BLOCKS).needingOfParent(Trait.ADDRESSED_BLOCKS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new SlabAllocator(
        context.memory(), context.nested(PARENT).orElseThrow(), settings.get(SLAB));
  }
}
