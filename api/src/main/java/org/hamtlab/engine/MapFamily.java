package org.hamtlab.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.hamtlab.assembly.Recipe;
import org.hamtlab.spi.NodeLayout;

/**
 * What the maps have in common that were derived from one another, whatever memory they stand in:
 * how to create another memory, whether they were closed, and what evacuations did.
 */
final class MapFamily {
  final Recipe recipe;
  final String phrase;
  final AtomicLong evacuations = new AtomicLong();
  final AtomicLong evacuationsDeferred = new AtomicLong();
  final AtomicLong slotsCopied = new AtomicLong();

  private final int garbage;
  private volatile boolean closed;

  MapFamily(Recipe recipe) {
    this.recipe = recipe;
    this.phrase = recipe.treatment().phrase();
    this.garbage = recipe.treatment().reclaim().garbage();
  }

  /** A layout with a memory of its own. */
  NodeLayout newLayout() {
    return recipe.layouts().get();
  }

  /** At how many times what one version needs a memory is evacuated; 0 for never. */
  int garbage() {
    return garbage;
  }

  void close() {
    closed = true;
  }

  /** Throws if one of the maps was closed. */
  void ensureOpen() {
    if (closed) {
      throw new IllegalStateException(
          "map: its family was closed (expected open). Compose another map, or close later.");
    }
  }
}
