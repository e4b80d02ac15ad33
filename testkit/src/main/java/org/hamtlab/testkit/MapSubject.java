package org.hamtlab.testkit;

import org.hamtlab.map.Hamt;

/** The composition that the parts of {@link MapContract} test. */
public interface MapSubject {

  /** Creates an empty map of the composition. */
  <K, V> Hamt<K, V> emptyMap();
}
