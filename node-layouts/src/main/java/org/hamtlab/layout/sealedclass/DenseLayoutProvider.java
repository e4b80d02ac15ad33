package org.hamtlab.layout.sealedclass;

import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.layout.ArraySizes;
import org.hamtlab.layout.LayoutParameters;
import org.hamtlab.spi.AllocatorFactory;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;

/** Provides the layout {@code dense}. */
public final class DenseLayoutProvider implements NodeLayoutProvider {
  private static final ChoiceParameter COLLISIONS = LayoutParameters.collisions("list");

  /** Creates the provider. */
  public DenseLayoutProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("dense");
  }

  @Override
  public String summary() {
    return "Node objects with a slot for every fragment and no bitmap: the control for space.";
  }

  @Override
  public String source() {
    return "Fredkin, Trie Memory, CACM 3(9), 1960, doi:10.1145/367390.367400";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(
        LayoutParameters.SPAN, LayoutParameters.BIT_ORDER, LayoutParameters.HASH_BITS, COLLISIONS);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.OBJECT_SLOTS);
  }

  @Override
  public NodeLayout create(Settings settings, AllocatorFactory allocators) {
    HashDigits digits = LayoutParameters.digits(settings);
    Blocks blocks = Blocks.ofNodes(allocators, ArraySizes.fixed(1 << digits.span()));
    return new DenseLayout(digits, blocks, LayoutParameters.sortsCollisions(settings));
  }
}
