package org.hamtlab.layout.champ;

import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.layout.LayoutParameters;
import org.hamtlab.spi.AllocatorFactory;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.SlotMemory;

/** Provides the layout {@code champ}. */
public final class ChampLayoutProvider implements NodeLayoutProvider {
  private static final IntParameter SPAN =
      new IntParameter("span", "bits", 3, 5, 5, "Hash bits consumed per level.");
  private static final IntParameter DIRECT =
      new IntParameter(
          "direct",
          "% of the fan-out",
          50,
          101,
          62,
          "Children from which on a branch without entries is a bare array; 101 for never.");

  private static final ChoiceParameter COLLISIONS = LayoutParameters.collisions("sorted");

  /** Creates the provider. */
  public ChampLayoutProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("champ");
  }

  @Override
  public String summary() {
    return "Two bitmaps and one exact array with entries inline; full nodes are bare arrays.";
  }

  @Override
  public String source() {
    return "Steindorfer, Vinju, OOPSLA 2015, doi:10.1145/2814270.2814312; direct nodes: hamtlab";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(
        SPAN, LayoutParameters.BIT_ORDER, LayoutParameters.HASH_BITS, DIRECT, COLLISIONS);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.OBJECT_SLOTS)
        .needing(Trait.COLLECTED_ARRAYS, Trait.ORDINARY_BRANCHES);
  }

  @Override
  public NodeLayout create(Settings settings, AllocatorFactory allocators) {
    HashDigits digits = LayoutParameters.digits(settings.get(SPAN), settings);
    int fanOut = 1 << digits.span();
    int directChildren = Math.ceilDiv(fanOut * settings.get(DIRECT), 100);
    boolean sorts = LayoutParameters.sortsCollisions(settings);
    return new ChampLayout(digits, directChildren, sorts, allocators.create(SlotMemory.NONE));
  }
}
