package org.hamtlab.layout.sealedclass;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.layout.LayoutParameters;
import org.hamtlab.spi.AllocatorFactory;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;

/** Provides the layout {@code sealed-class}. */
public final class SealedClassLayoutProvider implements NodeLayoutProvider {
  /** Creates the provider. */
  public SealedClassLayoutProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("sealed-class");
  }

  @Override
  public String summary() {
    return "Nodes are objects of a sealed class hierarchy; a branch refers to an array of children.";
  }

  @Override
  public String source() {
    return "hamtlab; doubling arrays after mojo-hamt";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return LayoutParameters.all();
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.OBJECT_SLOTS);
  }

  @Override
  public NodeLayout create(Settings settings, AllocatorFactory allocators) {
    Blocks blocks = new Blocks(allocators, LayoutParameters.arrays(settings));
    return new SealedClassLayout(
        LayoutParameters.digits(settings), blocks, LayoutParameters.sortsCollisions(settings));
  }
}
