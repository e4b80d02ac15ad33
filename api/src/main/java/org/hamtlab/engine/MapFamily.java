package org.hamtlab.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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
 *
 * <p>As long as one thread alone uses a family with native memory, closing it on that thread frees
 * the memory at once: no other thread can be reading. Each operation begins with {@link
 * #ensureOpen}, which notes the first thread that is another one; from then on nobody counts who
 * reads, and the memory goes when the collector finds that nobody does.
 */
final class MapFamily {
  private static final VarHandle STATE;

  /** In {@link #state}: open, to any number of threads. */
  private static final long OPEN = 0;

  /** In {@link #state}: closed. */
  private static final long CLOSED = -1;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(MapFamily.class, "state", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

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
  private boolean hasMemory;

  /** {@link #OPEN}, {@link #CLOSED}, or the id of the only thread that has used the family. */
  private volatile long state = OPEN;

  /** A memory that versions share. */
  interface Memory {
    /** Whether it holds memory that {@link #free} gives back and the collector knows nothing of. */
    boolean isNative();

    /** Frees everything at once, while no other thread uses it. */
    void free();

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
    if (state == CLOSED) {
      memory.drop();
      return;
    }
    if (!hasMemory && memory.isNative()) {
      state = Thread.currentThread().threadId();
    }
    hasMemory = true;
    if (memories.size() >= pruneAt) {
      memories.removeIf(known -> known.refersTo(null));
      pruneAt = Math.max(pruneAt, 2 * memories.size());
    }
    memories.add(new WeakReference<>(memory));
  }

  synchronized void close() {
    long before = (long) STATE.getAndSet(this, CLOSED);
    boolean isAlone = before == Thread.currentThread().threadId();
    for (WeakReference<Memory> known : memories) {
      Memory memory = known.get();
      if (memory != null && isAlone) {
        memory.free();
      } else if (memory != null) {
        memory.drop();
      }
    }
    memories.clear();
  }

  /**
   * Throws if one of the maps was closed. Every operation calls it before it reads a memory, on the
   * thread that reads.
   */
  void ensureOpen() {
    long seen = state;
    if (seen != OPEN) {
      ensureOpenTo(Thread.currentThread().threadId(), seen);
    }
  }

  private void ensureOpenTo(long thread, long seen) {
    if (seen == thread || (seen != CLOSED && STATE.compareAndSet(this, seen, OPEN))) {
      return;
    }
    // Another thread may have opened it to all in the meantime.
    if (state == CLOSED) {
      throw new IllegalStateException(
          "map: its family was closed (expected open). Compose another map, or close later.");
    }
  }
}
