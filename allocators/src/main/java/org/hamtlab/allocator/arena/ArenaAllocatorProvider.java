package org.hamtlab.allocator.arena;

import java.util.List;
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

/** Provides the allocator {@code arena}. */
public final class ArenaAllocatorProvider implements AllocatorProvider {
  private static final IntParameter CHUNK =
      new IntParameter("chunk", "slots", 16, 1 << 28, 1024, "Size of the first chunk.");
  private static final ChoiceParameter GROWTH =
      new ChoiceParameter(
              "growth",
              "",
              List.of("fixed", "double"),
              "double",
              "Whether each chunk is twice the one before, up to 2^20 slots.")
          .onlyWith(CHUNK.within(16, (1 << 20) - 1));

  /** Creates the provider. */
  public ArenaAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("arena");
  }

  @Override
  public String summary() {
    return "Cuts blocks from chunks by a bump pointer and frees them all at once.";
  }

  @Override
  public String source() {
    return "David R. Hanson, SP&E 20(1), 1990, doi:10.1002/spe.4380200104";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(CHUNK, GROWTH);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.ADDRESSED_BLOCKS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new ArenaAllocator(
        context.memory(), settings.get(CHUNK), settings.get(GROWTH).equals("double"));
  }
}
