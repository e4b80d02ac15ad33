package org.hamtlab.testkit.faulty;

import java.util.List;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
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

/** Provides the allocator {@code testkit.faulty}. */
public final class FaultyAllocatorProvider implements AllocatorProvider {
  private static final IntParameter AT =
      new IntParameter(
          "at", "requests", 0, 1 << 30, 0, "Number of the request that is refused, 0 for none.");
  private static final ChoiceParameter REFUSES =
      new ChoiceParameter(
          "refuses", "", List.of("once", "lasting"), "once", "Whether later requests fail too.");
  private static final StrategyParameter PARENT =
      new StrategyParameter("parent", Axis.ALLOCATOR, false, "arena", "Serves the others.");

  /** Creates the provider. */
  public FaultyAllocatorProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("testkit.faulty");
  }

  @Override
  public String summary() {
    return "Refuses the request that a test names; for tests.";
  }

  @Override
  public String source() {
    return "hamtlab";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(AT, REFUSES, PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    return settings.get(PARENT).name().equals("gc")
        ? Traits.offering(Trait.COLLECTED_ARRAYS)
        : Traits.offering(Trait.ADDRESSED_BLOCKS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new FaultyAllocator(
        context.nested(PARENT).orElseThrow(),
        settings.get(AT),
        settings.get(REFUSES).equals("lasting"));
  }
}
