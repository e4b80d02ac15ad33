package org.hamtlab.experiments.version;

import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.VersionContract;

/** Versions of the default composition keep the contract, as a third party would say. */
class DefaultVersionTest extends VersionContract {
  @Override
  protected PersistentHamt<Object, Object> newVersion() {
    return PersistentHamt.of("@default");
  }
}
