package org.hamtlab.config;

import java.util.Optional;

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
  /**
   * Bottom-up on several threads: the pool of the calling thread, else the common one. Threads hash
   * and sort; they make nodes too where the JVM collects them, else one thread does.
   */
  PARALLEL("parallel");

  private final String key;

  BuildMode(String key) {
    this.key = key;
  }

  /** The allocator, with its defaults, of the memory in which a map is filled, if not its own. */
  public Optional<StrategyId> allocator() {
    return this == ARENA_CLONE || this == ARENA_ADOPT
        ? Optional.of(new StrategyId("arena"))
        : Optional.empty();
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
