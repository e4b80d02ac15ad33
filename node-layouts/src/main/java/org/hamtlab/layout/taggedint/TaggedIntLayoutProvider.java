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
import org.hamtlab.layout.LayoutParameters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorFactory;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;

/** Provides the layout {@code tagged-int}. */
public final class TaggedIntLayoutProvider implements NodeLayoutProvider {
  private static final ChoiceParameter MEMORY =
      new ChoiceParameter(
          "memory",
          "",
          List.of("heap", "native"),
          "heap",
          "Whether the words stand in the Java heap or outside it.");

  private static final ChoiceParameter MEMOISE =
      new ChoiceParameter(
          "memoise",
          "",
          List.of("yes", "no"),
          "no",
          "Whether the mixed hash of each entry is kept, so that no key in the map is hashed again.");

  private static final ChoiceParameter HEADERS =
      new ChoiceParameter(
          "headers",
          "",
          List.of("inline", "apart"),
          "inline",
          "Whether bitmap and prefix of a branch stand in the block of its children, or in their own.");

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
          "How many entries for every hundred of its cells make a root table.");

  /** What a root table needs, and nothing can offer to headers that stand apart. */
  private static final Trait HEADERS_INLINE =
      new Trait("headers-inline", "branches whose headers stand before their children");

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
    List<Parameter<?>> parameters = new ArrayList<>(LayoutParameters.all());
    parameters.add(MEMORY);
    parameters.add(MEMOISE);
    parameters.add(HEADERS);
    parameters.add(ROOT_TABLE);
    parameters.add(ROOT_TABLE_LOAD);
    return List.copyOf(parameters);
  }

  @Override
  public Traits traits(Settings settings) {
    Trait words = isNative(settings) ? Trait.NATIVE_WORDS : Trait.HEAP_WORDS;
    if (!hasRootTable(settings)) {
      return Traits.offering(words);
    }
    Traits offered = Traits.offering(words, Trait.NODES_WITH_A_HISTORY);
    return isApart(settings) ? offered.needing(HEADERS_INLINE) : offered;
  }

  @Override
  public NodeLayout create(Settings settings, AllocatorFactory allocators) {
    HashDigits digits = LayoutParameters.digits(settings);
    return isNative(settings)
        ? inNativeMemory(digits, settings, allocators)
        : inHeap(digits, settings, allocators);
  }

  private static boolean isNative(Settings settings) {
    return settings.get(MEMORY).equals("native");
  }

  private static boolean isApart(Settings settings) {
    return settings.get(HEADERS).equals("apart");
  }

  private static boolean hasRootTable(Settings settings) {
    return settings.get(ROOT_TABLE).equals("direct");
  }

  private static NodeLayout inHeap(
      HashDigits digits, Settings settings, AllocatorFactory allocators) {
    HeapWords words = new HeapWords();
    return layout(digits, words, blocks(settings, allocators.create(words)), settings);
  }

  private static NodeLayout inNativeMemory(
      HashDigits digits, Settings settings, AllocatorFactory allocators) {
    NativeRegion region = new NativeRegion();
    Blocks blocks = blocks(settings, allocators.create(region));
    Words words =
        region.translation() == null
            ? NativeWords.in(region)
            : TranslatedWords.by(region.translation());
    return layout(digits, words, blocks, settings);
  }

  private static NodeLayout layout(
      HashDigits digits, Words words, Blocks blocks, Settings settings) {
    boolean sorts = LayoutParameters.sortsCollisions(settings);
    boolean memoises = settings.get(MEMOISE).equals("yes");
    if (isApart(settings)) {
      return TaggedIntApartLayout.of(digits, words, blocks, sorts, memoises);
    }
    return hasRootTable(settings)
        ? tabled(digits, words, blocks, sorts, memoises, settings)
        : TaggedIntLayout.of(digits, words, blocks, sorts, memoises);
  }

  private static NodeLayout tabled(
      HashDigits digits,
      Words words,
      Blocks blocks,
      boolean sorts,
      boolean memoises,
      Settings settings) {
    return TabledTaggedIntLayout.of(
        digits, words, blocks, sorts, memoises, settings.get(ROOT_TABLE_LOAD));
  }

  private static Blocks blocks(Settings settings, Allocator allocator) {
    return new Blocks(allocator, LayoutParameters.arrays(settings));
  }
}
