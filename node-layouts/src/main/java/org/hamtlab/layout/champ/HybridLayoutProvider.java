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

/** Provides the layout {@code clojure-hybrid}. */
public final class HybridLayoutProvider implements NodeLayoutProvider {
  private static final IntParameter SPAN =
      new IntParameter("span", "bits", 3, 5, 5, "Hash bits consumed per level.");
  private static final IntParameter ARRAY_FROM =
      new IntParameter(
          "array-from",
          "% of the fan-out",
          30,
          100,
          50,
          "Slots of a bitmap node that becomes an array node when one more comes; 100 for never.");
  private static final IntParameter PACK_AT =
      new IntParameter(
              "pack-at",
              "% of the fan-out",
              0,
              30,
              25,
              "Slots of an array node that becomes a bitmap node when one goes; 0 for never.")
          .onlyWith(ARRAY_FROM.within(30, 99));
  private static final ChoiceParameter COLLISIONS = LayoutParameters.collisions("list");

  /** Creates the provider. */
  public HybridLayoutProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("clojure-hybrid");
  }

  @Override
  public String summary() {
    return "Bitmap nodes with entries inline that become array nodes when half full, as in Clojure.";
  }

  @Override
  public String source() {
    return "clojure/clojure, src/jvm/clojure/lang/PersistentHashMap.java";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(
        SPAN,
        LayoutParameters.BIT_ORDER,
        LayoutParameters.HASH_BITS,
        ARRAY_FROM,
        PACK_AT,
        COLLISIONS);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.OBJECT_SLOTS, Trait.NODES_WITH_A_HISTORY)
        .needing(Trait.COLLECTED_ARRAYS, Trait.ORDINARY_BRANCHES);
  }

  @Override
  public NodeLayout create(Settings settings, AllocatorFactory allocators) {
    HashDigits digits = LayoutParameters.digits(settings.get(SPAN), settings);
    int fanOut = 1 << digits.span();
    return new HybridLayout(
        digits,
        fanOut * settings.get(ARRAY_FROM) / 100,
        fanOut * settings.get(PACK_AT) / 100,
        LayoutParameters.sortsCollisions(settings),
        allocators.create(SlotMemory.NONE));
  }
}
