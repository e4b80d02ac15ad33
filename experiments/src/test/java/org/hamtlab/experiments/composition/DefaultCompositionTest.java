package org.hamtlab.experiments.composition;

import org.hamtlab.map.Hamt;
import org.hamtlab.testkit.MapContract;

/** The default composition keeps the contract, as a class of a third party would say. */
class DefaultCompositionTest extends MapContract {
  @Override
  protected Hamt<Object, Object> newMap() {
    return Hamt.of("@default");
  }
}
