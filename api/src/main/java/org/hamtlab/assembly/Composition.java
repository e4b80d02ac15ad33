package org.hamtlab.assembly;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Treatment;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.ContentMixer;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.spi.SlotMemory;

/**
 * An assembled composition: creates maps of one treatment. They share the mixer and the
 * compression, which hold no state; each has a layout and allocators of its own. A keyed mixer is
 * shared only by the maps that were derived from one another.
 *
 * <p>Under {@code assembly=fused} the engine and the package trees of the providers that the
 * treatment names are defined anew, so no call site is shared with another composition. A
 * composition is cached by registry and phrase for as long as it, or a map of it, is reachable.
 */
public final class Composition {
  private static final Map<Registry, Map<String, WeakReference<Composition>>> CACHE =
      new WeakHashMap<>();

  private final Treatment treatment;
  private final String phrase;
  private final Parts parts;
  private Recipe recipe;

  private Composition(Treatment treatment, Parts parts) {
    this.treatment = treatment;
    this.phrase = treatment.phrase();
    this.parts = parts;
  }

  /**
   * Assembles the composition that a phrase spells, with the strategies installed.
   *
   * @throws ConfigurationException if the phrase is malformed or its treatment impossible
   */
  public static Composition of(String phrase) {
    Registry registry = Registry.installed();
    return of(registry, registry.possible(phrase));
  }

  /**
   * Assembles a treatment with the strategies of a registry.
   *
   * @throws ConfigurationException if the treatment is impossible
   */
  public static Composition of(Registry registry, Treatment treatment) {
    Map<String, WeakReference<Composition>> cache;
    synchronized (CACHE) {
      cache = CACHE.computeIfAbsent(registry, any -> new ConcurrentHashMap<>());
    }
    Composition[] result = new Composition[1];
    cache.compute(
        treatment.phrase(),
        (phrase, cached) -> {
          result[0] = cached == null ? null : cached.get();
          if (result[0] == null) {
            result[0] = independent(registry, treatment);
            return new WeakReference<>(result[0]);
          }
          return cached;
        });
    return result[0];
  }

  /**
   * Assembles a copy that is shared with nobody, whatever is cached: for benchmarks that measure
   * several copies of one composition.
   */
  public static Composition independent(Registry registry, Treatment treatment) {
    Optional<String> reason = registry.exclusion(treatment);
    if (reason.isPresent()) {
      throw new ConfigurationException(
          "composition: " + treatment.phrase() + " is impossible: " + reason.get());
    }
    Parts parts = Parts.of(registry, treatment);
    Composition composition = new Composition(treatment, parts);
    parts.ownedBy(composition);
    return composition;
  }

  /** The treatment. */
  public Treatment treatment() {
    return treatment;
  }

  /**
   * Creates an empty map.
   *
   * @throws ConfigurationException if a strategy cannot be created
   */
  public <K, V> Hamt<K, V> newMap() {
    return parts.engine().newMap(recipe());
  }

  /**
   * Creates the empty version of a new family.
   *
   * @throws ConfigurationException if a strategy cannot be created
   */
  public <K, V> PersistentHamt<K, V> newPersistentMap() {
    return parts.engine().newPersistentMap(recipe());
  }

  private NodeLayout newLayout(Selection allocator, Warnings warnings) {
    NodeLayout layout =
        create(
            Axis.LAYOUT,
            treatment.layout(),
            (NodeLayoutProvider provider, Settings settings) ->
                provider.create(settings, memory -> allocator(allocator, memory, warnings)));
    parts.know(layout, recipe);
    return layout;
  }

  /** Creates, once, the strategies that all maps of the composition share. */
  private synchronized Recipe recipe() {
    if (recipe == null) {
      HashMixer mixer = mixer();
      boolean keyed = isKeyed();
      PathCompression compression =
          create(
              Axis.COMPRESSION,
              treatment.compression(),
              (PathCompressionProvider provider, Settings settings) -> provider.create(settings));
      recipe =
          new Recipe(
              treatment,
              keyed ? this::mixer : () -> mixer,
              keyed,
              mixer instanceof ContentMixer reader ? reader.generations() : 1,
              compression,
              warnings -> newLayout(treatment.allocator(), warnings),
              warnings -> newLayout(parts.arena(), warnings));
    }
    return recipe;
  }

  private HashMixer mixer() {
    return create(
        Axis.HASH,
        treatment.hash(),
        (HashMixerProvider provider, Settings settings) -> provider.create(settings));
  }

  private boolean isKeyed() {
    Selection hash = treatment.hash();
    return parts
        .provider(Axis.HASH, hash.name())
        .traits(hash.settings())
        .offers()
        .contains(Trait.KEYED);
  }

  private Allocator allocator(Selection selection, SlotMemory memory, Warnings warnings) {
    return create(
        Axis.ALLOCATOR,
        selection,
        (AllocatorProvider provider, Settings settings) ->
            provider.create(settings, new Context(settings, memory, warnings)));
  }

  @FunctionalInterface
  private interface Creation<P, S> {
    S apply(P provider, Settings settings);
  }

  @SuppressWarnings("unchecked")
  private <P, S> S create(Axis axis, Selection selection, Creation<P, S> creation) {
    S strategy;
    try {
      strategy = creation.apply((P) parts.provider(axis, selection.name()), selection.settings());
    } catch (ConfigurationException clear) {
      throw clear;
    } catch (RuntimeException | LinkageError failure) {
      throw new ConfigurationException(
          axis
              + ": '"
              + selection
              + "' could not be created (expected a strategy, got "
              + failure
              + "). Mend the plug-in, or choose another "
              + axis
              + ".",
          failure);
    }
    if (strategy == null) {
      throw new ConfigurationException(
          axis
              + ": '"
              + selection
              + "' was created as null (expected a strategy). Mend its provider.");
    }
    return strategy;
  }

  /** What one allocator is built over. */
  private final class Context implements AllocatorContext {
    private final Settings settings;
    private final SlotMemory memory;
    private final Warnings warnings;

    Context(Settings settings, SlotMemory memory, Warnings warnings) {
      this.settings = settings;
      this.memory = memory;
      this.warnings = warnings;
    }

    @Override
    public SlotMemory memory() {
      return memory;
    }

    @Override
    public Optional<Allocator> nested(StrategyParameter parameter) {
      Selection selection = settings.get(parameter);
      return selection.isNone()
          ? Optional.empty()
          : Optional.of(allocator(selection, memory, warnings));
    }

    @Override
    public void warn(String message) {
      warnings.warn(message);
    }
  }
}
