package org.hamtlab.allocator.firstfit;

import java.util.List;
import java.util.Locale;
import org.hamtlab.allocator.firstfit.FirstFitAllocator.Growth;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;

/** Provides the allocator {@code first-fit}. */
public final class FirstFitAllocatorProvider implements AllocatorProvider {
  private static final IntParameter HEAP =
      new IntParameter("heap", "slots", 16, 1 << 28, 4096, "Size of the first heap.");
  private static final IntParameter HEADER =
      new IntParameter("header", "slots", 0, 64, 4, "Slots before every block, never written.");
  private static final ChoiceParameter ALIGNMENT =
      new ChoiceParameter(
          "alignment",
          "slots",
          List.of("1", "2", "4", "8", "16"),
          "4",
          "Sizes with header are rounded up to a multiple.");
  private static final ChoiceParameter GROWTH =
      new ChoiceParameter(
              "growth",
              "",
              List.of("fixed", "double"),
              "double",
              "Whether each further heap is twice the one before, up to 2^20 slots.")
          .onlyWith(HEAP.within(16, (1 << 20) - 1));

  /** Creates the provider. */
  public FirstFitAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("first-fit");
  }

  @Override
  public String summary() {
    return "Splits the first free run that is long enough; freed neighbours are joined.";
  }

  @Override
  public String source() {
    return "Knuth, TAOCP 1, 2.5; sharedhash, baseline heap";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(HEAP, HEADER, ALIGNMENT, GROWTH);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.ADDRESSED_BLOCKS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new FirstFitAllocator(
        context.memory(),
        settings.get(HEAP),
        settings.get(HEADER),
        Integer.parseInt(settings.get(ALIGNMENT)),
        Growth.valueOf(settings.get(GROWTH).toUpperCase(Locale.ROOT)));
  }
}
