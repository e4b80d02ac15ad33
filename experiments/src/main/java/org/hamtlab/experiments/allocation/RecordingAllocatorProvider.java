package org.hamtlab.experiments.allocation;

import java.util.List;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.testkit.trace.TraceBuilder;
import org.hamtlab.testkit.trace.TraceRecorder;

/** Provides a recorder for one recording; it is no installed strategy. */
final class RecordingAllocatorProvider implements AllocatorProvider {
  static final StrategyId ID = new StrategyId("hamtlab.recorder");
  private static final StrategyParameter PARENT =
      new StrategyParameter("parent", Axis.ALLOCATOR, false, "arena", "What is recorded.");

  private final TraceBuilder trace;

  RecordingAllocatorProvider(TraceBuilder trace) {
    this.trace = trace;
  }

  @Override
  public StrategyId id() {
    return ID;
  }

  @Override
  public String summary() {
    return "Writes down the requests to the allocator below it.";
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
    return Traits.offering(Trait.ADDRESSED_BLOCKS).needingOfParent(Trait.ADDRESSED_BLOCKS);
  }

  @Override
  public Allocator create(Settings settings, AllocatorContext context) {
    return new TraceRecorder(context.nested(PARENT).orElseThrow(), trace);
  }
}
