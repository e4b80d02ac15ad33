package org.hamtlab.experiments.huffman;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Selection;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.experiments.huffman.Setup.Freeing;
import org.hamtlab.experiments.huffman.Setup.Sharing;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;

/**
 * An allocator, created by the registry outside of a composition, and its memory.
 *
 * <pre>
 * root    what a thread asks for its heap and nodes         thread-local
 * shared  what all threads share, for inputs                └ parent=locked{…}
 * </pre>
 *
 * <p>The two are the same unless the phrase has an allocator that needs concurrent calls of its
 * parent: that one serves threads apart, and its parent is what they share.
 */
final class Grants implements AutoCloseable {
  private static final Set<Trait> OFFERED = Set.of(Trait.NATIVE_WORDS);

  private final Registry registry;
  private final Sharing sharing;
  private final BlockMemory memory;
  private final Consumer<String> warnings;
  private final Allocator root;
  private SharedCalls calls;

  /**
   * Creates an allocator over a memory of its own.
   *
   * @param allocator one that {@link #exclusion} finds nothing against
   * @param slots capacity of the memory
   */
  Grants(
      Registry registry,
      Selection allocator,
      Sharing sharing,
      int slots,
      Consumer<String> warnings) {
    this.registry = registry;
    this.sharing = sharing;
    this.warnings = warnings;
    this.memory = new BlockMemory(slots);
    this.root = create(allocator);
  }

  /** Why an allocator cannot serve the workload; empty if it can. */
  static Optional<String> exclusion(Registry registry, Selection allocator) {
    Traits traits = traits(registry, allocator);
    for (Selection nested : nested(allocator)) {
      Set<Trait> lacking = new HashSet<>(traits.needsOfParent());
      lacking.removeAll(offers(registry, nested));
      if (!lacking.isEmpty()) {
        return Optional.of(
            allocator.name()
                + " needs "
                + lacking
                + " of its parent, "
                + nested.name()
                + " has not");
      }
      Optional<String> below = exclusion(registry, nested);
      if (below.isPresent()) {
        return below;
      }
    }
    return traits.needs().stream()
        .filter(need -> !OFFERED.contains(need))
        .findFirst()
        .map(need -> allocator.name() + " needs " + need.meaning() + ", here are native words")
        .or(() ->
            offers(registry, allocator).contains(Trait.ADDRESSED_BLOCKS)
                ? Optional.empty()
                : Optional.of(allocator.name() + " grants no " + Trait.ADDRESSED_BLOCKS.meaning()));
  }

  /** The selection that a text names, which several threads may call if they must. */
  static Selection selection(Registry registry, String text, boolean isConcurrent) {
    Selection named = registry.selection(Axis.ALLOCATOR, text);
    exclusion(registry, named)
        .ifPresent(reason -> {
          throw new ConfigurationException(
              "allocator: '"
                  + text
                  + "' cannot serve this workload: "
                  + reason
                  + ". 'hamt list allocator' shows the others.");
        });
    return !isConcurrent || offers(registry, named).contains(Trait.CONCURRENT_CALLS)
        ? named
        : registry.selection(Axis.ALLOCATOR, "locked{parent=" + named + "}");
  }

  private static Traits traits(Registry registry, Selection allocator) {
    return registry
        .provider(Axis.ALLOCATOR, allocator.id().orElseThrow())
        .traits(allocator.settings());
  }

  private static List<Selection> nested(Selection allocator) {
    return allocator.settings().values().values().stream()
        .filter(Selection.class::isInstance)
        .map(Selection.class::cast)
        .filter(selection -> !selection.isNone())
        .toList();
  }

  private static Set<Trait> offers(Registry registry, Selection allocator) {
    Traits traits = traits(registry, allocator);
    Set<Trait> offers = new HashSet<>(traits.passes());
    nested(allocator).forEach(below -> offers.retainAll(offers(registry, below)));
    offers.addAll(traits.offers());
    return offers;
  }

  private Allocator create(Selection allocator) {
    AllocatorProvider provider =
        (AllocatorProvider) registry.provider(Axis.ALLOCATOR, allocator.id().orElseThrow());
    boolean isApart =
        provider.traits(allocator.settings()).needsOfParent().contains(Trait.CONCURRENT_CALLS);
    return provider.create(allocator.settings(), new Context(allocator, isApart));
  }

  /** What stands below one allocator of the phrase. */
  private final class Context implements AllocatorContext {
    private final Selection allocator;
    private final boolean isApart;

    Context(Selection allocator, boolean isApart) {
      this.allocator = allocator;
      this.isApart = isApart;
    }

    @Override
    public SlotMemory memory() {
      return memory;
    }

    @Override
    public Optional<Allocator> nested(StrategyParameter parameter) {
      Selection below = allocator.settings().get(parameter);
      if (below.isNone()) {
        return Optional.empty();
      }
      Allocator created = create(below);
      if (isApart && calls == null) {
        calls = new SharedCalls(created);
        return Optional.of(calls);
      }
      return Optional.of(created);
    }

    @Override
    public void warn(String message) {
      warnings.accept(message);
    }
  }

  BlockMemory memory() {
    return memory;
  }

  /** What a thread asks. */
  Allocator root() {
    return root;
  }

  /** What all threads ask. */
  Allocator shared() {
    return calls == null ? root : calls.target();
  }

  /** Whether threads have pools of their own over what they share. */
  boolean hasPools() {
    return calls != null;
  }

  /** How many of the slots that the calling thread requested for a block its pool granted. */
  int pooledSlots(int requested) {
    return calls == null ? 0 : requested - calls.takeSlots();
  }

  /** After a block; without pools, ending a task could only cost a lock. */
  void endBlock(Freeing freeing) {
    if (hasPools()) {
      root.endTask();
    }
    if (freeing == Freeing.RESET && sharing == Sharing.OWN) {
      reset();
    }
  }

  /** Takes everything back; no thread may be at work. */
  void reset() {
    root.reset();
    memory.reset();
  }

  Telemetry telemetry() {
    return root.telemetry();
  }

  @Override
  public void close() {
    memory.close();
  }
}
