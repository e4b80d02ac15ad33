package org.hamtlab.engine;

import org.hamtlab.spi.ObjectNodeLayout;

/**
 * One memory with all that stands in it: the nodes of one mutable map or, after {@link #share}, of
 * versions that share nodes. Its monitor is the lock of edits where the layout needs one.
 *
 * @param <R> type of a node reference
 */
final class ObjectStore<R> implements MapFamily.Memory {
  /** Below so many slots a memory is not worth evacuating. */
  private static final long SLOTS_TOLERATED = 1024;

  final MapFamily family;
  final TrieRules rules;
  final ObjectNodeLayout<R> layout;
  final ObjectEditor<R> exclusiveEditor;
  final boolean concurrent;

  /** Edits single versions; {@code null} before {@link #share}. */
  ObjectEditor<R> editor;

  /** Updates versions in one descent; {@code null} where that is not possible. */
  ObjectInlineEdits<R> inlineEdits;

  private long slotsOfOneVersion;
  private int entriesOfOneVersion;

  ObjectStore(MapFamily family, ObjectNodeLayout<R> layout) {
    this.family = family;
    this.layout = layout;
    this.rules = new TrieRules(family.mixer, family.recipe.compression(), layout);
    this.exclusiveEditor = new ObjectEditor<R>(rules, layout);
    this.concurrent = layout.isConcurrent();
  }

  /** A store with a memory of its own for a family. */
  @SuppressWarnings("unchecked")
  static <R> ObjectStore<R> fresh(MapFamily family) {
    return new ObjectStore<R>(family, (ObjectNodeLayout<R>) family.newLayout());
  }

  /** A store whose memory is an arena, for a family that is built in one. */
  @SuppressWarnings("unchecked")
  static <R> ObjectStore<R> arena(MapFamily family) {
    return new ObjectStore<R>(family, (ObjectNodeLayout<R>) family.newArenaLayout());
  }

  /** From now on nobody owns the nodes; all of them belong to one version of so many entries. */
  void share(int entries) {
    editor = new ObjectEditor<R>(rules, layout.sharing());
    inlineEdits = ObjectInlineEdits.serves(this) ? new ObjectInlineEdits<R>(rules, editor) : null;
    slotsOfOneVersion = layout.slotsHeld();
    entriesOfOneVersion = entries;
    if (!concurrent) {
      family.add(this);
    }
  }

  /** Estimate of the slots that a version of so many entries needs. */
  long slotsLive(int entries) {
    return entriesOfOneVersion == 0
        ? 0
        : Math.round(slotsOfOneVersion * ((double) entries / entriesOfOneVersion));
  }

  /** Bytes of the memory where it hands out addresses; 0 where the JVM collects nodes. */
  long memoryBytes() {
    return layout.slotsHeld() == 0 ? 0 : layout.structureBytes(0, 0, 0);
  }

  /** Whether dead nodes outweigh what a version of so many entries needs. */
  boolean isCrowded(int entries) {
    return isCrowded(entries, family.garbage());
  }

  /** Whether they do so four times over. */
  boolean isOvercrowded(int entries) {
    return isCrowded(entries, 4 * family.garbage());
  }

  private boolean isCrowded(int entries, int garbage) {
    return garbage > 0
        && layout.slotsHeld() > Math.max(SLOTS_TOLERATED, garbage * slotsLive(entries));
  }

  /** What an edit of a version holds: this memory, or something of no interest to anyone. */
  Object lock() {
    return concurrent ? new Object() : this;
  }

  @Override
  public boolean isNative() {
    return layout.release() != null;
  }

  @Override
  public void free() {
    Runnable release = layout.release();
    layout.close();
    if (release != null) {
      release.run();
    }
  }

  @Override
  public void drop() {
    layout.close();
  }
}
