package org.hamtlab.config;

/** The four axes along which a map is composed, in the order of the phrase. */
public enum Axis {
  /** How the bits of a hash are mixed. */
  HASH("hash"),
  /** How nodes stand in memory. */
  LAYOUT("layout"),
  /** Where the blocks of slots come from. */
  ALLOCATOR("allocator"),
  /** Where entries and branches stand. */
  COMPRESSION("compression");

  private final String key;

  Axis(String key) {
    this.key = key;
  }

  /** The word that stands for the axis in a phrase. */
  public String key() {
    return key;
  }

  @Override
  public String toString() {
    return key;
  }
}
