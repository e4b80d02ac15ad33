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
  private final HashDigits digits;
  private final PathCompression compression;
  private final boolean nodesHaveHistory;

  private HashPaths(
      HashMixer mixer, HashDigits digits, PathCompression compression, boolean nodesHaveHistory) {
    this.mixer = mixer;
    this.digits = digits;
    this.compression = compression;
    this.nodesHaveHistory = nodesHaveHistory;
  }

  /** Creates the strategies of a treatment once more, to ask them. */
  static HashPaths of(Registry registry, Treatment treatment) {
    HashMixerProvider mixers = provider(registry, treatment, Axis.HASH, HashMixerProvider.class);
    PathCompressionProvider compressions =
        provider(registry, treatment, Axis.COMPRESSION, PathCompressionProvider.class);
    return new HashPaths(
        mixers.create(treatment.hash().settings()),
        digits(registry, treatment),
        compressions.create(treatment.compression().settings()),
        provider(registry, treatment, Axis.LAYOUT, NodeLayoutProvider.class)
            .traits(treatment.layout().settings())
            .offers()
            .contains(Trait.NODES_WITH_A_HISTORY));
  }

  private static HashDigits digits(Registry registry, Treatment treatment) {
    NodeLayout layout =
        provider(registry, treatment, Axis.LAYOUT, NodeLayoutProvider.class)
            .create(treatment.layout().settings(), Regions::new);
    Runnable release = layout.release();
    if (release != null) {
      release.run();
    }
    return layout.digits();
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

  /** Whether removal leaves the shape that the remaining entries would have had alone. */
  boolean restores() {
    return compression.restores();
  }

  /** Whether the form of a node, its size too, depends on more than its content. */
  boolean nodesHaveHistory() {
    return nodesHaveHistory;
  }

  /** The path of a key. */
  long path(Object key) {
    long mixed =
        mixer instanceof ContentMixer content
            ? content.hash(key, 0)
            : mixer.mix(key == null ? 0 : Integer.toUnsignedLong(key.hashCode()));
    return digits.path(mixed);
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
