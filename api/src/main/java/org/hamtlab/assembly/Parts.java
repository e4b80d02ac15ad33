package org.hamtlab.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Treatment;
import org.hamtlab.engine.TrieEngine;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.StrategyProvider;

/**
 * The engine and the providers of one composition: the originals, or copies of their own.
 *
 * @param engine builds the maps
 * @param providers by axis and id
 * @param arena the allocator in which maps are built, none if they are not
 * @param loader defines the copies; {@code null} for the originals
 */
record Parts(
    Engine engine, Map<String, StrategyProvider> providers, Selection arena, CopyingLoader loader) {

  /** Collects the parts of a treatment. */
  static Parts of(Registry registry, Treatment treatment) {
    Map<String, StrategyProvider> originals = new TreeMap<>();
    for (Axis axis : Axis.values()) {
      collect(registry, axis, treatment.on(axis), originals);
    }
    Selection arena = registry.building(treatment).orElse(Selection.NONE);
    collect(registry, Axis.ALLOCATOR, arena, originals);
    return treatment.assembly() == AssemblyMode.SHARED
        ? new Parts(new TrieEngine(), originals, arena, null)
        : copied(originals, arena);
  }

  private static void collect(
      Registry registry, Axis axis, Selection selection, Map<String, StrategyProvider> found) {
    if (selection.isNone()) {
      return;
    }
    found.put(key(axis, selection.name()), registry.provider(axis, selection.id().orElseThrow()));
    for (Object value : selection.settings().values().values()) {
      if (value instanceof Selection nested) {
        collect(registry, axis, nested, found);
      }
    }
  }

  private static Parts copied(Map<String, StrategyProvider> originals, Selection arena) {
    List<Class<?>> roots = new ArrayList<>();
    roots.add(TrieEngine.class);
    originals.values().forEach(provider -> roots.add(provider.getClass()));
    CopyingLoader loader = new CopyingLoader(roots);
    Map<String, StrategyProvider> copies = new TreeMap<>();
    originals.forEach((key, provider) ->
        copies.put(key, copy(loader, provider.getClass(), StrategyProvider.class)));
    return new Parts(copy(loader, TrieEngine.class, Engine.class), copies, arena, loader);
  }

  private static <T> T copy(CopyingLoader loader, Class<?> original, Class<T> type) {
    try {
      return type.cast(
          Class.forName(original.getName(), true, loader).getConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError failure) {
      throw new ConfigurationException(
          "plug-in: "
              + original.getName()
              + " cannot be copied for a composition (expected a public class with a public"
              + " constructor without parameters, all of its package in one jar; got "
              + failure
              + "). Mend the plug-in, or say assembly=shared.",
          failure);
    }
  }

  private static String key(Axis axis, String id) {
    return axis.key() + ' ' + id;
  }

  /** The provider of a strategy in this composition. */
  StrategyProvider provider(Axis axis, String id) {
    return providers.get(key(axis, id));
  }

  /** States the constants of the composition to its classes. */
  void know(NodeLayout layout, Recipe recipe) {
    if (loader != null) {
      loader.know(layout, recipe);
    }
  }

  /** Ties the life of a composition to that of its classes. */
  void ownedBy(Composition composition) {
    if (loader != null) {
      loader.ownedBy(composition);
    }
  }
}
