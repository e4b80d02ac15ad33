package org.hamtlab.testkit;

import org.hamtlab.map.PersistentHamt;

/** The composition that the parts of {@link VersionContract} test. */
public interface VersionSubject {

  /** The empty version of a fresh family. */
  <K, V> PersistentHamt<K, V> emptyVersion();
}
