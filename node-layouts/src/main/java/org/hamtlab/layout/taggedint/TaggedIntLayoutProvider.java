package org.hamtlab.layout.taggedint;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
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

  private static final String SEPARATE = "separate";

  private static final ChoiceParameter ENTRIES =
      new ChoiceParameter(
          "entries",
          "",
          List.of("inline", SEPARATE),
          "inline",
          "Whether a slot holds the number of its entry, or refers to a block that holds it.");

  private static final ChoiceParameter ROOT_TABLE =
      new ChoiceParameter(
          "root-table",
          "",
          List.of("none", "direct"),
          "none",
          "Whether a mutable map has a table in the place of its upper levels.");

  private static final IntParameter ROOT_TABLE_LOAD =
      new IntParameter(
              "root-table-load",
              "entries per 100 cells",
              5,
              1600,
              25,
              "How many entries for every hundred of its cells make a root table.")
          .onlyWith(ROOT_TABLE.is("direct"));

  /** What a root table needs, and nothing can offer to headers that stand apart. */
  private static final Trait HEADERS_INLINE =
      new Trait(
          "headers-inline",
          "branches whose headers stand before their children, as headers=inline has them");

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
    parameters.add(ENTRIES);
    parameters.add(ROOT_TABLE);
    parameters.add(ROOT_TABLE_LOAD);
    return List.copyOf(parameters);
  }

  @Override
  public Traits traits(Settings settings) {
    if (!hasRootTable(settings)) {
      return super.traits(settings);
    }
    Traits tabled = Traits.offering(words(settings), Trait.NODES_WITH_A_HISTORY, Trait.ROOT_TABLE);
    return isApart(settings) ? tabled.needing(HEADERS_INLINE) : tabled;
  }

  private static boolean isApart(Settings settings) {
    return settings.get(HEADERS).equals("apart");
  }

  private static boolean hasRootTable(Settings settings) {
    return settings.get(ROOT_TABLE).equals("direct");
  }

  @Override
  EntryTable entries(
      boolean memoises, int hashBits, Words words, Blocks blocks, Settings settings) {
    return settings.get(ENTRIES).equals(SEPARATE)
        ? new EntryBlocks(memoises, hashBits, words, blocks)
        : super.entries(memoises, hashBits, words, blocks, settings);
  }

  @Override
  NodeLayout layout(
      HashDigits digits,
      Words words,
      Blocks blocks,
      EntryTable entries,
      boolean sorts,
      Settings settings) {
    if (isApart(settings)) {
      return TaggedIntApartLayout.of(digits, words, blocks, entries, sorts);
    }
    return hasRootTable(settings)
        ? TabledTaggedIntLayout.of(
            digits, words, blocks, entries, sorts, settings.get(ROOT_TABLE_LOAD))
        : TaggedIntLayout.of(digits, words, blocks, entries, sorts);
  }
}
