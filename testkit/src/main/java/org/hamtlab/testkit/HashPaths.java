package org.hamtlab.testkit;

import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.ContentMixer;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.spi.Telemetry;

/** Where keys belong in a trie of one treatment, computed apart from the trie. */
final class HashPaths {
  private final HashMixer mixer;
  private final boolean isKnown;
  private final HashDigits digits;
  private final PathCompression compression;
  private final boolean nodesHaveHistory;
  private final boolean isTabled;

  private HashPaths(
      HashMixer mixer,
      boolean isKnown,
      HashDigits digits,
      PathCompression compression,
      boolean nodesHaveHistory,
      boolean isTabled) {
    this.mixer = mixer;
    this.isKnown = isKnown;
    this.digits = digits;
    this.compression = compression;
    this.nodesHaveHistory = nodesHaveHistory;
    this.isTabled = isTabled;
  }

  /** Creates the strategies of a treatment once more, to ask them. */
  static HashPaths of(Registry registry, Treatment treatment) {
    HashMixerProvider mixers = provider(registry, treatment, Axis.HASH, HashMixerProvider.class);
    PathCompressionProvider compressions =
        provider(registry, treatment, Axis.COMPRESSION, PathCompressionProvider.class);
    NodeLayout layout = layout(registry, treatment);
    return new HashPaths(
        mixers.create(treatment.hash().settings()),
        !registry.offers(treatment, Axis.HASH, Trait.KEYED),
        layout.digits(),
        compressions.create(treatment.compression().settings()),
        registry.offers(treatment, Axis.LAYOUT, Trait.NODES_WITH_A_HISTORY),
        layout.rootTableLoad() > 0);
  }

  private static NodeLayout layout(Registry registry, Treatment treatment) {
    NodeLayout layout =
        provider(registry, treatment, Axis.LAYOUT, NodeLayoutProvider.class)
            .create(treatment.layout().settings(), Regions::new);
    Runnable release = layout.release();
    if (release != null) {
      release.run();
    }
    return layout;
  }

  private static <P extends StrategyProvider> P provider(
      Registry registry, Treatment treatment, Axis axis, Class<P> type) {
    Selection selection = treatment.on(axis);
    return type.cast(registry.provider(axis, selection.id().orElseThrow()));
  }

  /** How the layout cuts paths into fragments. */
  HashDigits digits() {
    return digits;
  }

  /**
   * Whether removal leaves the shape that the remaining entries would have had alone, which can be
   * seen where all maps hash alike. How large a root table is depends on how many entries there
   * were.
   */
  boolean restores() {
    return compression.restores() && isKnown && !isTabled;
  }

  /** Whether the paths are those of the trie, which nobody knows if its mixer keeps a secret. */
  boolean areKnown() {
    return isKnown;
  }

  /** How many hashes a key has, one after another. */
  int generations() {
    return mixer instanceof ContentMixer content ? content.generations() : 1;
  }

  /** Levels of all generations. */
  int levels() {
    return generations() * digits.levels();
  }

  /** Whether the form of a node, its size too, depends on more than its content. */
  boolean nodesHaveHistory() {
    return nodesHaveHistory;
  }

  /** The path of a key. */
  long path(Object key) {
    return path(key, 0);
  }

  private long path(Object key, int generation) {
    long mixed =
        mixer instanceof ContentMixer content
            ? content.hash(key, generation)
            : mixer.mix(key == null ? 0 : Integer.toUnsignedLong(key.hashCode()));
    return digits.path(mixed);
  }

  /** The fragment of a key at a level of any generation. */
  int fragment(Object key, int level) {
    return digits.fragment(path(key, level / digits.levels()), level % digits.levels());
  }

  /** The first level at which two keys part, of all generations; {@link #levels()} for none. */
  int divergence(Object key, Object other) {
    for (int generation = 0; generation < generations(); generation++) {
      int parting = digits.divergence(path(key, generation), path(other, generation));
      if (parting < digits.levels()) {
        return generation * digits.levels() + parting;
      }
    }
    return levels();
  }

  /** An allocator that takes a region for each block: enough for a layout that is only asked. */
  private static final class Regions implements Allocator {
    private final SlotMemory memory;
    private final AllocationCounters counters = new AllocationCounters();

    Regions(SlotMemory memory) {
      this.memory = memory;
    }

    @Override
    public int allocate(int slots) {
      int address = memory.reserve(slots);
      counters.granted(slots, slots);
      return address;
    }

    @Override
    public void free(int address, int slots) {
      counters.freed(slots);
    }

    @Override
    public void reset() {
      counters.reset();
    }

    @Override
    public Telemetry telemetry() {
      return counters.snapshot(0, 0, 0);
    }
  }
}
