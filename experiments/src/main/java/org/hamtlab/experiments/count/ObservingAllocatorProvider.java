package org.hamtlab.experiments.count;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;

/** Provides an observer for one observation; it is no installed strategy. */
final class ObservingAllocatorProvider implements AllocatorProvider {
  private static final StrategyId ID = new StrategyId("hamtlab.observer");
  private static final StrategyParameter PARENT =
      new StrategyParameter("parent", Axis.ALLOCATOR, false, "arena", "What is observed.");

  private final ObservingAllocator.Observation observation;
  private final Traits traits;

  /**
   * Prepares an observer.
   *
   * @param below traits of what is observed, all of which it passes on
   */
  ObservingAllocatorProvider(ObservingAllocator.Observation observation, Traits below) {
    this.observation = observation;
    this.traits =
        Traits.passing(
            Stream.concat(below.offers().stream(), below.passes().stream())
                .distinct()
                .toArray(Trait[]::new));
  }

  /** The observer of an allocator. */
  static Selection over(Selection allocator) {
    return Selection.of(ID, new Settings(Map.of(PARENT.name(), allocator)));
  }

  @Override
  public StrategyId id() {
    return ID;
  }

  @Override
  public String summary() {
    return "Tells what is asked of the allocator below it.";
  }

  @Override
  public String source() {
    return "hamtlab";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(PARENT);
  }

  @Override
  public Traits traits(Settings settings) {
    return traits;
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new ObservingAllocator(context.nested(PARENT).orElseThrow(), observation);
  }
}
