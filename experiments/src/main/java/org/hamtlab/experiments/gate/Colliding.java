package org.hamtlab.experiments.gate;

/**
 * A key whose hash code is chosen: many share one, or its low bits.
 *
 * @param id what distinguishes the key
 * @param hash its hash code
 */
record Colliding(int id, int hash) {
  @Override
  public int hashCode() {
    return hash;
  }
}
