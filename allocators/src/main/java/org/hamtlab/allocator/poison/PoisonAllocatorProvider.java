package org.hamtlab.allocator.poison;

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

/** Provides the allocator {@code poison}. */
public final class PoisonAllocatorProvider implements AllocatorProvider {
  private static final IntParameter QUARANTINE =
      new IntParameter(
          "quarantine", "blocks", 1, 1 << 20, 64, "Frees after which a freed block goes back.");
  private static final StrategyParameter PARENT =
      new StrategyParameter(
          "parent", Axis.ALLOCATOR, false, "freelist", "Where blocks come from and go back to.");

  /** Creates the provider. */
  public PoisonAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("poison");
  }

  @Override
  public String summary() {
    return "Keeps freed blocks from being granted again for a while, and names false frees; for tests.";
  }

  @Override
  public String source() {
    return "Serebryany et al., AddressSanitizer, USENIX ATC 2012 (quarantine)";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(QUARANTINE, PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.passing(Trait.ADDRESSED_BLOCKS, Trait.COLLECTED_ARRAYS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new PoisonAllocator(
        context.nested(PARENT).orElseThrow(),
        settings.get(PARENT).name(),
        settings.get(QUARANTINE));
  }
}
