package org.hamtlab.experiments.gate;

import java.util.HashMap;

/** A map with a fault: it does not say what it removed when few entries are left. */
public final class ForgetfulMap extends HashMap<Object, Object> {
  private static final long serialVersionUID = 1L;

  @Override
  public Object remove(Object key) {
    Object removed = super.remove(key);
    return size() < 10 ? null : removed;
  }
}
