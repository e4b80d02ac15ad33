package org.hamtlab.allocator.freelist;

import java.util.List;
import java.util.Locale;
import org.hamtlab.allocator.freelist.FreeListAllocator.SizeClasses;
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

/** Provides the allocator {@code freelist}. */
public final class FreeListAllocatorProvider implements AllocatorProvider {
  private static final String EXACT = "exact";
  private static final ChoiceParameter CLASSES =
      new ChoiceParameter(
          "classes",
          "",
          List.of(EXACT, "rounded", "power-of-two"),
          EXACT,
          "Whether a size class holds one size, four sizes or all up to a power of two.");
  private static final StrategyParameter PARENT =
      new StrategyParameter(
          "parent", Axis.ALLOCATOR, false, "arena", "Serves what no freed block fits.");

  /** Creates the provider. */
  public FreeListAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("freelist");
  }

  @Override
  public String summary() {
    return "Hands freed blocks out again, by size class, over any parent.";
  }

  @Override
  public String source() {
    return "Knuth, TAOCP 1, 2.5; libhamt (mkirchner/hamt, src/cache.c)";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(CLASSES, PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    Traits offered =
        settings.get(CLASSES).equals(EXACT)
            ? Traits.offering(Trait.ADDRESSED_BLOCKS, Trait.REUSE_ALONE)
            : Traits.offering(Trait.ADDRESSED_BLOCKS);
    return offered.needingOfParent(Trait.ADDRESSED_BLOCKS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new FreeListAllocator(
        context.nested(PARENT).orElseThrow(),
        SizeClasses.valueOf(settings.get(CLASSES).toUpperCase(Locale.ROOT).replace('-', '_')));
  }
}
