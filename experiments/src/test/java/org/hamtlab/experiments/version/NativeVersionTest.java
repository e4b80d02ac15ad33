package org.hamtlab.experiments.version;

import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.VersionContract;

/** Versions in native memory keep the contract. */
class NativeVersionTest extends VersionContract {
  @Override
  protected PersistentHamt<Object, Object> newVersion() {
    return PersistentHamt.of("layout=tagged-int{memory=native} allocator=malloc");
  }
}
