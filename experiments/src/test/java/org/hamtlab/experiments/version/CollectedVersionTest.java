package org.hamtlab.experiments.version;

import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.VersionContract;

/** Versions whose node objects the JVM collects keep the contract. */
class CollectedVersionTest extends VersionContract {
  @Override
  protected PersistentHamt<Object, Object> newVersion() {
    return PersistentHamt.of("layout=sealed-class allocator=gc");
  }
}
