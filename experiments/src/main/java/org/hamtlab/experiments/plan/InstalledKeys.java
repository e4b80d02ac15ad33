package org.hamtlab.experiments.plan;

import java.util.List;
import org.hamtlab.experiments.key.Keys;

/** The keys that KEYS phrases stand for. */
public final class InstalledKeys implements KeySource {
  @Override
  public List<Object> keys(String phrase) {
    return Keys.of(phrase);
  }
}
