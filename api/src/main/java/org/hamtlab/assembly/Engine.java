package org.hamtlab.assembly;

import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;

/** What the assembler sees of a copy of the engine. */
public interface Engine {

  /** Creates an empty mutable map. */
  <K, V> Hamt<K, V> newMap(Recipe recipe);

  /** Creates the empty version of a new family. */
  <K, V> PersistentHamt<K, V> newPersistentMap(Recipe recipe);
}
