package org.hamtlab.layout.taggedint;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.NodeLayout;

/** Provides the layout {@code tagged-int}. */
public final class TaggedIntLayoutProvider extends WordLayoutProvider {
  private static final ChoiceParameter HEADERS =
      new ChoiceParameter(
          "headers",
          "",
          List.of("inline", "apart"),
          "inline",
          "Whether bitmap and prefix of a branch stand in the block of its children, or in their own.");

  /** Creates the provider. */
  public TaggedIntLayoutProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("tagged-int");
  }

  @Override
  public String summary() {
    return "Nodes are runs of 32-bit words, references are ints whose low bits say what they denote.";
  }

  @Override
  public String source() {
    return "hamtlab; exact rows of tagged references after libhamt (mkirchner/hamt, src/hamt.c)";
  }

  @Override
  public List<Parameter<?>> parameters() {
    List<Parameter<?>> parameters = new ArrayList<>(super.parameters());
    parameters.add(HEADERS);
    return List.copyOf(parameters);
  }

  @Override
  NodeLayout layout(
      HashDigits digits,
      Words words,
      Blocks blocks,
      EntryTable entries,
      boolean sorts,
      Settings settings) {
    return settings.get(HEADERS).equals("apart")
        ? TaggedIntApartLayout.of(digits, words, blocks, entries, sorts)
        : TaggedIntLayout.of(digits, words, blocks, entries, sorts);
  }
}
