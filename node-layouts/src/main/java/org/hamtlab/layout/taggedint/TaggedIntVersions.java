package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.layout.OwnedReferences;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.Telemetry;

/** What tagged-int layouts do for versions that share nodes, and how they give memory back. */
abstract class TaggedIntVersions extends TaggedIntChanges {
  private final boolean forgets;

  TaggedIntVersions(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, Collisions collisions) {
    super(digits, words, blocks, entries, collisions, null);
    this.forgets = false;
  }

  /**
   * A view.
   *
   * @param forgets whether it owns nothing beyond the end of an edit
   */
  TaggedIntVersions(TaggedIntVersions viewed, boolean forgets) {
    super(
        viewed.digits(),
        viewed.words,
        viewed.blocks,
        viewed.entries,
        viewed.collisions,
        new OwnedReferences());
    this.forgets = forgets;
  }

  // ---- versions

  @Override
  public IntNodeLayout sharing() {
    return view(true);
  }

  @Override
  public IntNodeLayout editing() {
    return view(false);
  }

  private IntNodeLayout view(boolean forgetful) {
    words.share();
    return viewed(forgetful);
  }

  /**
   * A view of this layout.
   *
   * @param forgetful whether it owns nothing beyond the end of an edit
   */
  abstract IntNodeLayout viewed(boolean forgetful);

  @Override
  public boolean entriesComeFirst() {
    return false;
  }

  @Override
  public boolean isConcurrent() {
    return false;
  }

  @Override
  public void begin() {
    // What a view owns is known by what it creates.
  }

  @Override
  public void commit() {
    if (forgets) {
      owned.clear();
    }
  }

  @Override
  public void abort() {
    if (forgets) {
      owned.forEach(this::release);
      owned.clear();
    }
  }

  private void release(int reference) {
    if (References.kind(reference) == ENTRY) {
      entries.remove(address(reference));
    } else {
      free(reference);
    }
  }

  @Override
  public long slotsHeld() {
    return blocks.held();
  }

  @Override
  public int copied(int node) {
    return copiedFrom(this, node);
  }

  @Override
  public int adopted(IntNodeLayout from, int node) {
    int copy = copiedFrom((TaggedIntVersions) from, node);
    EntryTable others = ((TaggedIntVersions) from).entries;
    int address = cellsOf(copy);
    int first = firstReference(copy);
    int end = first + references(copy);
    for (int index = first; index < end; index++) {
      int reference = words.get(address, index);
      if (References.kind(reference) == ENTRY) {
        int entry = address(reference);
        announceAs(others, entry);
        words.set(address, index, newEntry(others.key(entry), others.value(entry)));
      }
    }
    return copy;
  }

  private int copiedFrom(TaggedIntVersions other, int node) {
    int kind = References.kind(node);
    int count = other.references(node);
    int copy;
    if (kind == COLLISION) {
      copy = newBlock(collisions.header() + count, COLLISION);
      collisions.setSize(address(copy), count, other.collisions.ascending(address(node)));
    } else {
      boolean compressed = kind == COMPRESSED;
      copy =
          newBranch(
              count, other.bitmap(node), other.skip(node), compressed ? other.prefix(node) : 0);
    }
    int to = cellsOf(copy);
    int from = other.cellsOf(node);
    int first = firstReference(node);
    for (int index = first; index < first + count; index++) {
      words.set(to, index, other.words.get(from, index));
    }
    return copy;
  }

  @Override
  public IntNodeLayout worker() {
    throw notConcurrent();
  }

  @Override
  public void join(IntNodeLayout worker) {
    throw notConcurrent();
  }

  private static UnsupportedOperationException notConcurrent() {
    return new UnsupportedOperationException(
        "tagged-int: one thread at a time makes nodes (expected isConcurrent to be asked first).");
  }

  // ---- giving back

  @Override
  public void dropEntry(int branch, int slot) {
    undo(child(branch, slot));
  }

  @Override
  public void dropCollisionEntry(int collision, int index) {
    undo(words.get(address(collision), collisions.header() + index));
  }

  @Override
  public void clear() {
    blocks.clear();
    words.clear();
    entries.clear();
  }

  @Override
  public Telemetry telemetry() {
    return blocks.telemetry();
  }

  @Override
  public long structureBytes(long branches, long entryCount, long collisions) {
    Telemetry telemetry = blocks.telemetry();
    long nodeBytes = words.bytes() > 0 ? words.bytes() : 4 * telemetry.slotsReserved();
    return nodeBytes + entries.bytes() + telemetry.metadataBytes();
  }

  @Override
  public void close() {
    words.close();
    entries.close();
  }

  @Override
  public Runnable release() {
    return words.release();
  }
}
