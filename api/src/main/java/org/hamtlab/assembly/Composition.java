package org.hamtlab.assembly;

import org.hamtlab.config.Treatment;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;

/** An assembled composition: creates maps of one treatment. */
public final class Composition {
  private final Treatment treatment;

  private Composition(Treatment treatment) {
    this.treatment = treatment;
  }

  /** Assembles the composition that a phrase spells, with the strategies installed. */
  public static Composition of(String phrase) {
    return of(Registry.installed(), Registry.installed().resolve(phrase));
  }

  /** Assembles a treatment with the strategies of a registry. */
  public static Composition of(Registry registry, Treatment treatment) {
    return new Composition(treatment);
  }

  /** The treatment. */
  public Treatment treatment() {
    return treatment;
  }

  /** Creates an empty map. */
  public <K, V> Hamt<K, V> newMap() {
    throw new UnsupportedOperationException();
  }
}
