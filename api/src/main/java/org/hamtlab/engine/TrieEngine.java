package org.hamtlab.engine;

import org.hamtlab.assembly.Engine;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.map.Hamt;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;
import org.hamtlab.spi.PathCompression;

/** Builds a map over the version of the trie that fits the layout's kind of reference. */
public final class TrieEngine implements Engine {

  /** Creates the engine; the assembler does, once in each copy. */
  public TrieEngine() {}

  @Override
  public <K, V> Hamt<K, V> newMap(
      String phrase, HashMixer mixer, NodeLayout layout, PathCompression compression) {
    if (layout instanceof IntNodeLayout tagged) {
      return new IntHamt<>(phrase, mixer, tagged, compression);
    }
    if (layout instanceof ObjectNodeLayout<?> linked) {
      return new ObjectHamt<>(phrase, mixer, linked, compression);
    }
    throw new ConfigurationException(
        "layout: "
            + layout.getClass().getName()
            + " (expected an IntNodeLayout or an ObjectNodeLayout). Implement one of them.");
  }
}
