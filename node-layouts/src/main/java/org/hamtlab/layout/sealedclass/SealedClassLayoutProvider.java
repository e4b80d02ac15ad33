package org.hamtlab.layout.sealedclass;

import java.util.ArrayList;
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

/** Provides the layout {@code sealed-class}. */
public final class SealedClassLayoutProvider implements NodeLayoutProvider {
  private static final ChoiceParameter BRANCHES =
      new ChoiceParameter(
          "branches",
          "",
          List.of("arrays", "per-arity"),
          "arrays",
          "Whether slots stand in arrays or, up to four, in fields of a class for their number.");

  private static final ChoiceParameter ENTRIES =
      new ChoiceParameter(
          "entries",
          "",
          List.of("boxed", "inline"),
          "boxed",
          "Whether an entry is an object in one slot, or takes two: its key and its value.");

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
    return "hamtlab; doubling arrays after mojo-hamt; inline entries after Steindorfer, Vinju,"
        + " OOPSLA 2015, doi:10.1145/2814270.2814312";
  }

  @Override
  public List<Parameter<?>> parameters() {
    List<Parameter<?>> parameters = new ArrayList<>(LayoutParameters.all(BRANCHES.is("arrays")));
    parameters.add(BRANCHES);
    parameters.add(ENTRIES);
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
    boolean inline = settings.get(ENTRIES).equals("inline");
    ArraySizes sizes = LayoutParameters.arrays(settings);
    Blocks blocks =
        inline ? Blocks.ofAnything(allocators, sizes) : Blocks.ofNodes(allocators, sizes);
    HashDigits digits = LayoutParameters.digits(settings);
    boolean sorts = LayoutParameters.sortsCollisions(settings);
    if (isPerArity(settings)) {
      return inline
          ? InlineArityLayout.of(digits, blocks, sorts)
          : ArityLayout.of(digits, blocks, sorts);
    }
    return inline
        ? new InlineLayout(digits, blocks, sorts)
        : new SealedClassLayout(digits, blocks, sorts);
  }
}
