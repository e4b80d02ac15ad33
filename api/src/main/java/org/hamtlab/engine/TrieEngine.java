package org.hamtlab.engine;

import org.hamtlab.assembly.Engine;
import org.hamtlab.assembly.Recipe;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;

/** Builds a map over the version of the trie that fits the layout's kind of reference. */
public final class TrieEngine implements Engine {

  /** Creates the engine; the assembler does, once in each copy. */
  public TrieEngine() {}

  @Override
  public <K, V> Hamt<K, V> newMap(Recipe recipe) {
    MapFamily family = new MapFamily(recipe);
    return switch (family.newLayout()) {
      case IntNodeLayout tagged -> new IntHamt<>(new IntStore(family, tagged));
      case ObjectNodeLayout<?> linked -> newObjectMap(family, linked);
      case NodeLayout other -> throw unknown(other);
    };
  }

  private static <K, V, R> Hamt<K, V> newObjectMap(MapFamily family, ObjectNodeLayout<R> layout) {
    return new ObjectHamt<>(new ObjectStore<>(family, layout));
  }

  @Override
  public <K, V> PersistentHamt<K, V> newPersistentMap(Recipe recipe) {
    return this.<K, V>newMap(recipe).persistent();
  }

  private static ConfigurationException unknown(NodeLayout layout) {
    return new ConfigurationException(
        "layout: "
            + layout.getClass().getName()
            + " (expected an IntNodeLayout or an ObjectNodeLayout). Implement one of them.");
  }
}
