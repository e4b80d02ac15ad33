package org.hamtlab.layout.sealedclass;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.config.ChoiceParameter;
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

/** Provides the layout {@code sealed-class}. */
public final class SealedClassLayoutProvider implements NodeLayoutProvider {
  private static final ChoiceParameter BRANCHES =
      new ChoiceParameter(
          "branches",
          "",
          List.of("arrays", "per-arity"),
          "arrays",
          "Whether slots stand in arrays or, up to four, in fields of a class for their number.");

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
    List<Parameter<?>> parameters = new ArrayList<>(LayoutParameters.all());
    parameters.add(BRANCHES);
    return List.copyOf(parameters);
  }

  @Override
  public Traits traits(Settings settings) {
    Traits traits = Traits.offering(Trait.OBJECT_SLOTS);
    return isPerArity(settings)
        ? traits.needing(Trait.COLLECTED_ARRAYS, Trait.ORDINARY_BRANCHES)
        : traits;
  }

  private static boolean isPerArity(Settings settings) {
    return settings.get(BRANCHES).equals("per-arity");
  }

  @Override
  public NodeLayout create(Settings settings, AllocatorFactory allocators) {
    Blocks blocks = new Blocks(allocators, LayoutParameters.arrays(settings));
    HashDigits digits = LayoutParameters.digits(settings);
    boolean sorts = LayoutParameters.sortsCollisions(settings);
    return isPerArity(settings)
        ? ArityLayout.of(digits, blocks, sorts)
        : new SealedClassLayout(digits, blocks, sorts);
  }
}
