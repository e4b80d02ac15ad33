package org.hamtlab.engine;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hamtlab.assembly.Recipe;
import org.hamtlab.assembly.Warnings;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.NodeLayout;

/**
 * What the maps have in common that were derived from one another, whatever memory they stand in:
 * the mixer with its secret, if it has one, how to create another memory, whether they were closed,
 * and what evacuations did.
 */
final class MapFamily {
  final Recipe recipe;
  final String phrase;
  final HashMixer mixer;
  final AtomicLong evacuations = new AtomicLong();
  final AtomicLong evacuationsDeferred = new AtomicLong();
  final AtomicLong slotsCopied = new AtomicLong();

  private final Warnings warnings = new Warnings();
  private final int garbage;
  private final List<WeakReference<Memory>> memories = new ArrayList<>(1);
  private int pruneAt = 8;
  private volatile boolean closed;

  /** A memory that versions share. */
  interface Memory {
    /** Drops what it can while operations may be under way. */
    void drop();
  }

  MapFamily(Recipe recipe) {
    this.recipe = recipe;
    this.phrase = recipe.treatment().phrase();
    this.mixer = recipe.mixers().get();
    this.garbage = recipe.treatment().reclaim().garbage();
  }

  /** Whether maps of this family and of another one of the composition hash keys alike. */
  boolean hashesLike(MapFamily other) {
    return mixer == other.mixer || !recipe.keyed();
  }

  /** A layout with a memory of its own. */
  NodeLayout newLayout() {
    return recipe.layouts().apply(warnings);
  }

  /** A layout over an arena, where the composition is built in one. */
  NodeLayout newArenaLayout() {
    return recipe.arenas().apply(warnings);
  }

  /** At how many times what one version needs a memory is evacuated; 0 for never. */
  int garbage() {
    return garbage;
  }

  /** Adds a memory that is dropped when the family is closed. */
  synchronized void add(Memory memory) {
    if (closed) {
      memory.drop();
      return;
    }
    if (memories.size() >= pruneAt) {
      memories.removeIf(known -> known.refersTo(null));
      pruneAt = Math.max(pruneAt, 2 * memories.size());
    }
    memories.add(new WeakReference<>(memory));
  }

  synchronized void close() {
    closed = true;
    for (WeakReference<Memory> known : memories) {
      Memory memory = known.get();
      if (memory != null) {
        memory.drop();
      }
    }
    memories.clear();
  }

  /** Throws if one of the maps was closed. */
  void ensureOpen() {
    if (closed) {
      throw new IllegalStateException(
          "map: its family was closed (expected open). Compose another map, or close later.");
    }
  }
}
