package org.hamtlab.layout.taggedint;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.layout.LayoutParameters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorFactory;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;

/** The parameters and memories that layouts over words share. */
abstract class WordLayoutProvider implements NodeLayoutProvider {
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

  @Override
  public List<Parameter<?>> parameters() {
    List<Parameter<?>> parameters = new ArrayList<>(LayoutParameters.all());
    parameters.add(MEMORY);
    parameters.add(MEMOISE);
    return List.copyOf(parameters);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(words(settings));
  }

  /** The memory that the words stand in. */
  static Trait words(Settings settings) {
    return isNative(settings) ? Trait.NATIVE_WORDS : Trait.HEAP_WORDS;
  }

  @Override
  public final NodeLayout create(Settings settings, AllocatorFactory allocators) {
    return isNative(settings) ? inNativeMemory(settings, allocators) : inHeap(settings, allocators);
  }

  private static boolean isNative(Settings settings) {
    return settings.get(MEMORY).equals("native");
  }

  private NodeLayout inHeap(Settings settings, AllocatorFactory allocators) {
    HeapWords words = new HeapWords();
    return layout(words, blocks(settings, allocators.create(words)), settings);
  }

  private NodeLayout inNativeMemory(Settings settings, AllocatorFactory allocators) {
    NativeRegion region = new NativeRegion();
    Blocks blocks = blocks(settings, allocators.create(region));
    Words words =
        region.translation() == null
            ? NativeWords.in(region)
            : TranslatedWords.by(region.translation());
    return layout(words, blocks, settings);
  }

  private static Blocks blocks(Settings settings, Allocator allocator) {
    return new Blocks(allocator, LayoutParameters.arrays(settings));
  }

  private NodeLayout layout(Words words, Blocks blocks, Settings settings) {
    HashDigits digits = LayoutParameters.digits(settings);
    boolean memoises = settings.get(MEMOISE).equals("yes");
    EntryTable entries = entries(memoises, digits.hashBits(), words, blocks, settings);
    boolean sorts = LayoutParameters.sortsCollisions(settings);
    return layout(digits, words, blocks, entries, sorts, settings);
  }

  /** Creates an empty table of entries; they have no blocks of their own by default. */
  EntryTable entries(
      boolean memoises, int hashBits, Words words, Blocks blocks, Settings settings) {
    return new EntryTable(memoises, hashBits);
  }

  /**
   * Creates a layout that owns everything.
   *
   * @param entries the entries, still none
   * @param sorts whether large collision nodes are sorted
   * @param settings what else is set
   */
  abstract NodeLayout layout(
      HashDigits digits,
      Words words,
      Blocks blocks,
      EntryTable entries,
      boolean sorts,
      Settings settings);
}
