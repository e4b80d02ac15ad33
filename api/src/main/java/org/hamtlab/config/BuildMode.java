package org.hamtlab.config;

/** How a map is filled with many entries at once: the run-level key {@code build} of a phrase. */
public enum BuildMode {
  /** One put after another. */
  ONE_BY_ONE("one-by-one"),
  /** Partitioned by mixed hash, then each branch made once, from the bottom up. */
  BOTTOM_UP("bottom-up"),
  /** One put after another in an arena, then copied as a whole to the map's own memory. */
  ARENA_CLONE("arena-clone"),
  /** One put after another in an arena, which the map keeps. */
  ARENA_ADOPT("arena-adopt"),
  /** Bottom-up on several threads. */
  PARALLEL("parallel");

  private final String key;

  BuildMode(String key) {
    this.key = key;
  }

  /** The word in a phrase. */
  public String key() {
    return key;
  }

  @Override
  public String toString() {
    return key;
  }
}
