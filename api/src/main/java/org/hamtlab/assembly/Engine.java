package org.hamtlab.assembly;

import org.hamtlab.map.Hamt;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.PathCompression;

/** What the assembler sees of a copy of the engine. */
public interface Engine {

  /** Creates an empty map over fresh strategies, which it takes over. */
  <K, V> Hamt<K, V> newMap(
      String phrase, HashMixer mixer, NodeLayout layout, PathCompression compression);
}
