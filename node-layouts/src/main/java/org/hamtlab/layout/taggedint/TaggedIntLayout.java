package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.layout.KeyRun;
import org.hamtlab.layout.OwnedReferences;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.Telemetry;

/**
 * Nodes as runs of words, references as tagged {@code int}s, entries in parallel arrays.
 *
 * <pre>
 * branch      [ bitmap, 1 word, or 2 at span 6 ][ references … spare … ]
 * compressed  [ bitmap ][ references … spare … ][ skip ][ prefix, 1 word, or 2 beyond 32 bits ]
 * collision   [ size ][ entry references … ], see Collisions
 * entry n     keys[n], values[n]
 * </pre>
 *
 * <p><b>Cost.</b> Two loads a level from one block. Bytes: 4 a branch (8 at span 6) plus 4 a slot,
 * 8 an entry plus the slack of the arrays.
 *
 * <p><b>Source.</b> hamtlab; exact rows after libhamt (mkirchner/hamt, src/hamt.c).
 *
 * <p><b>Deviations.</b> libhamt keeps key and value in a row of 16 bytes inside the table.
 */
final class TaggedIntLayout implements IntNodeLayout {
  private final HashDigits digits;
  private final Words words;
  private final Blocks blocks;
  private final EntryTable entries;
  private final Collisions collisions;
  private final OwnedReferences owned;
  private final boolean forgets;
  private final boolean wide;
  private final boolean longPrefix;

  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   */
  static TaggedIntLayout of(HashDigits digits, Words words, Blocks blocks, boolean sorts) {
    EntryTable entries = new EntryTable();
    return new TaggedIntLayout(
        digits, words, blocks, entries, new Collisions(words, entries, sorts), null, false);
  }

  /**
   * A view.
   *
   * @param owned what it owns; {@code null} for everything
   * @param forgets whether it owns nothing beyond the end of an edit
   */
  private TaggedIntLayout(
      HashDigits digits,
      Words words,
      Blocks blocks,
      EntryTable entries,
      Collisions collisions,
      OwnedReferences owned,
      boolean forgets) {
    this.digits = digits;
    this.words = words;
    this.blocks = blocks;
    this.entries = entries;
    this.collisions = collisions;
    this.owned = owned;
    this.forgets = forgets;
    this.wide = digits.span() == 6;
    this.longPrefix = digits.hashBits() > 32;
  }

  @Override
  public HashDigits digits() {
    return digits;
  }

  private boolean isWide() {
    return Constants.KNOWN ? Constants.WIDE : wide;
  }

  private int header() {
    return isWide() ? 2 : 1;
  }

  // ---- reading

  @Override
  public long bitmap(int branch) {
    int address = address(branch);
    long low = words.get(address, 0) & 0xFFFF_FFFFL;
    return isWide() ? low | (long) words.get(address, 1) << 32 : low;
  }

  private void setBitmap(int address, long bitmap) {
    words.set(address, 0, (int) bitmap);
    if (isWide()) {
      words.set(address, 1, (int) (bitmap >>> 32));
    }
  }

  @Override
  public long entryBitmap(int branch) {
    long bitmap = 0;
    int slot = 0;
    for (long rest = bitmap(branch); rest != 0; rest &= rest - 1) {
      if (kind(branch, slot++) == ENTRY) {
        bitmap |= rest & -rest;
      }
    }
    return bitmap;
  }

  @Override
  public boolean occupied(int branch, int fragment) {
    return isWide()
        ? bitmap(branch) << ~fragment < 0
        : words.get(address(branch), 0) << ~fragment < 0;
  }

  @Override
  public int slotOf(int branch, int fragment) {
    return isWide()
        ? Long.bitCount(bitmap(branch) << ~fragment) - 1
        : Integer.bitCount(words.get(address(branch), 0) << ~fragment) - 1;
  }

  @Override
  public boolean hasEntry(int branch, int fragment) {
    return occupied(branch, fragment) && kind(branch, slotOf(branch, fragment)) == ENTRY;
  }

  @Override
  public boolean hasNode(int branch, int fragment) {
    return occupied(branch, fragment) && kind(branch, slotOf(branch, fragment)) != ENTRY;
  }

  @Override
  public int entrySlot(int branch, int fragment) {
    return slotOf(branch, fragment);
  }

  @Override
  public int nodeSlot(int branch, int fragment) {
    return slotOf(branch, fragment);
  }

  @Override
  public int fragmentAt(int branch, int slot) {
    return Long.numberOfTrailingZeros(Long.expand(1L << slot, bitmap(branch)));
  }

  @Override
  public int slotCount(int branch) {
    return Long.bitCount(bitmap(branch));
  }

  @Override
  public boolean hasOnlyEntries(int branch) {
    return entryBitmap(branch) == bitmap(branch);
  }

  @Override
  public int kind(int branch, int slot) {
    return References.kind(child(branch, slot));
  }

  @Override
  public int child(int branch, int slot) {
    return words.get(address(branch), header() + slot);
  }

  @Override
  public Object key(int branch, int slot) {
    return entries.key(address(child(branch, slot)));
  }

  @Override
  public Object value(int branch, int slot) {
    return entries.value(address(child(branch, slot)));
  }

  private static boolean isCompressed(int branch) {
    return References.kind(branch) == COMPRESSED;
  }

  private int prefixIndex(int branch) {
    return header() + blocks.branchCapacity(address(branch), slotCount(branch));
  }

  @Override
  public int skip(int branch) {
    return isCompressed(branch) ? words.get(address(branch), prefixIndex(branch)) : 0;
  }

  @Override
  public long prefix(int branch) {
    int address = address(branch);
    int index = prefixIndex(branch) + 1;
    long low = words.get(address, index) & 0xFFFF_FFFFL;
    return longPrefix ? low | (long) words.get(address, index + 1) << 32 : low;
  }

  @Override
  public boolean isCollision(int node) {
    return References.kind(node) == COLLISION;
  }

  @Override
  public int collisionSize(int collision) {
    return collisions.size(address(collision));
  }

  @Override
  public int collisionIndex(int collision, Object key) {
    return collisions.indexOf(address(collision), key);
  }

  private int collisionEntry(int collision, int index) {
    return address(words.get(address(collision), collisions.header() + index));
  }

  @Override
  public Object collisionKey(int collision, int index) {
    return entries.key(collisionEntry(collision, index));
  }

  @Override
  public Object collisionValue(int collision, int index) {
    return entries.value(collisionEntry(collision, index));
  }

  // ---- creating

  private int prefixWords(boolean compressed) {
    return compressed ? longPrefix ? 3 : 2 : 0;
  }

  private int blockWords(int capacity, boolean compressed) {
    return header() + capacity + prefixWords(compressed);
  }

  /** Grants a branch for so many children; its references are still to be written. */
  private int newBranch(int children, long bitmap, int skip, long prefix) {
    int capacity = blocks.capacity(children);
    int branch = newBlock(blockWords(capacity, skip > 0), skip > 0 ? COMPRESSED : BRANCH);
    writeBranch(address(branch), capacity, bitmap, skip, prefix);
    return branch;
  }

  private int newBlock(int size, int kind) {
    if (owned == null) {
      return References.of(allocate(size, kind), kind);
    }
    owned.reserve();
    int node = References.of(allocate(size, kind), kind);
    owned.add(node);
    return node;
  }

  /** A block whose reference is not 0, which denotes no node. */
  private int allocate(int size, int kind) {
    int address = blocks.allocate(size);
    if (References.of(address, kind) != 0) {
      return address;
    }
    try {
      return blocks.allocate(size);
    } finally {
      blocks.free(address, size);
    }
  }

  /** A block for a collision node that shrinks; {@link Allocator#FRESH} if memory lacks. */
  private int tryAllocateCollision(int size) {
    try {
      return allocate(size, COLLISION);
    } catch (AllocationException | OutOfMemoryError lacking) {
      return Allocator.FRESH;
    }
  }

  private void writeBranch(int address, int capacity, long bitmap, int skip, long prefix) {
    setBitmap(address, bitmap);
    if (skip > 0) {
      words.set(address, header() + capacity, skip);
      words.set(address, header() + capacity + 1, (int) prefix);
      if (longPrefix) {
        words.set(address, header() + capacity + 2, (int) (prefix >>> 32));
      }
    }
  }

  private int newEntry(Object key, Object value) {
    if (owned == null) {
      return References.of(entries.add(key, value), ENTRY);
    }
    owned.reserve();
    int entry = References.of(entries.add(key, value), ENTRY);
    owned.add(entry);
    return entry;
  }

  /** Gives back an entry that stands nowhere. */
  private void undo(int entry) {
    if (owned == null || owned.remove(entry)) {
      entries.remove(address(entry));
    }
  }

  @Override
  public int entryBranch(int skip, long prefix, int fragment, Object key, Object value) {
    int entry = newEntry(key, value);
    try {
      return childBranch(skip, prefix, fragment, entry);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
  }

  @Override
  public int childBranch(int skip, long prefix, int fragment, int child) {
    int branch = newBranch(1, 1L << fragment, skip, prefix);
    words.set(address(branch), header(), child);
    return branch;
  }

  @Override
  public int blank(long occupiedByEntries, long occupiedByChildren) {
    long bitmap = occupiedByEntries | occupiedByChildren;
    return newBranch(Long.bitCount(bitmap), bitmap, 0, 0);
  }

  @Override
  public void fillEntry(int branch, int slot, Object key, Object value) {
    link(branch, slot, newEntry(key, value));
  }

  @Override
  public int forkBranch(
      int skip,
      long prefix,
      int from,
      int slot,
      int fragment,
      int newFragment,
      Object key,
      Object value) {
    int entry = newEntry(key, value);
    int branch;
    try {
      branch = newBranch(2, 1L << fragment | 1L << newFragment, skip, prefix);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
    int movedIndex = fragment < newFragment ? 0 : 1;
    words.set(address(branch), header() + movedIndex, child(from, slot));
    words.set(address(branch), header() + 1 - movedIndex, entry);
    return branch;
  }

  @Override
  public int prefixedCopy(int branch, int skip, long prefix) {
    int children = slotCount(branch);
    int copy = newBranch(children, bitmap(branch), skip, prefix);
    words.copy(address(branch), header(), address(copy), header(), children);
    return copy;
  }

  @Override
  public int collision(int from, int slot, Object key, Object value) {
    int entry = newEntry(key, value);
    int collision;
    try {
      collision = newBlock(collisions.header() + 2, COLLISION);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
    int address = address(collision);
    collisions.setSize(address, 2, 0);
    words.set(address, collisions.header(), child(from, slot));
    words.set(address, collisions.header() + 1, entry);
    return collision;
  }

  @Override
  public int collisionOf(Object[] cells) {
    int size = cells.length >> 1;
    KeyRun run = collisions.sorts(size) ? KeyRun.of(cells) : null;
    int collision = newBlock(collisions.header() + size, COLLISION);
    int address = address(collision);
    int index = 0;
    try {
      for (; index < size; index++) {
        int number = run == null ? index : run.numbers()[index];
        int entry = newEntry(cells[2 * number], cells[2 * number + 1]);
        words.set(address, collisions.header() + index, entry);
      }
    } catch (RuntimeException | Error failure) {
      while (index > 0) {
        undo(words.get(address, collisions.header() + --index));
      }
      collisions.setSize(address, size, 0);
      discard(collision);
      throw failure;
    }
    collisions.setSize(address, size, run == null ? 0 : run.ascending());
    return collision;
  }

  // ---- changing a branch

  @Override
  public int withEntry(int branch, int fragment, Object key, Object value) {
    int entry = newEntry(key, value);
    try {
      return withChild(branch, fragment, entry);
    } catch (RuntimeException | Error failure) {
      undo(entry);
      throw failure;
    }
  }

  @Override
  public int withChild(int branch, int fragment, int child) {
    int address = address(branch);
    long bitmap = bitmap(branch);
    int children = Long.bitCount(bitmap);
    int index = Long.bitCount(bitmap & ((1L << fragment) - 1));
    long extended = bitmap | 1L << fragment;
    if (owned(branch) && children < blocks.branchCapacity(address, children)) {
      words.copy(address, header() + index, address, header() + index + 1, children - index);
      words.set(address, header() + index, child);
      setBitmap(address, extended);
      return branch;
    }
    int grown = resized(branch, children + 1, extended);
    words.copy(address, header(), address(grown), header(), index);
    words.set(address(grown), header() + index, child);
    words.copy(address, header() + index, address(grown), header() + index + 1, children - index);
    return grown;
  }

  /** A new branch with the prefix of another. */
  private int resized(int branch, int children, long bitmap) {
    return isCompressed(branch)
        ? newBranch(children, bitmap, skip(branch), prefix(branch))
        : newBranch(children, bitmap, 0, 0);
  }

  @Override
  public int withChildAt(int branch, int slot, int child) {
    int changed = owned(branch) ? branch : copied(branch);
    words.set(address(changed), header() + slot, child);
    return changed;
  }

  @Override
  public void link(int branch, int slot, int child) {
    words.set(address(branch), header() + slot, child);
  }

  @Override
  public int withoutSlot(int branch, int slot) {
    int address = address(branch);
    long bitmap = bitmap(branch);
    int children = Long.bitCount(bitmap);
    long reduced = bitmap ^ 1L << fragmentAt(branch, slot);
    int capacity = blocks.branchCapacity(address, children);
    int smaller = blocks.capacity(children - 1);
    boolean compressed = isCompressed(branch);
    if (owned != null) {
      int changed = resized(branch, children - 1, reduced);
      words.copy(address, header(), address(changed), header(), slot);
      words.copy(
          address, header() + slot + 1, address(changed), header() + slot, children - slot - 1);
      return changed;
    }
    if (smaller < capacity) {
      int shrunk = blocks.tryAllocate(blockWords(smaller, compressed));
      if (shrunk != Allocator.FRESH) {
        writeBranch(shrunk, smaller, reduced, skip(branch), compressed ? prefix(branch) : 0);
        words.copy(address, header(), shrunk, header(), slot);
        words.copy(address, header() + slot + 1, shrunk, header() + slot, children - slot - 1);
        return References.of(shrunk, References.kind(branch));
      }
      blocks.keepOversized(address, capacity);
    }
    words.copy(address, header() + slot + 1, address, header() + slot, children - slot - 1);
    setBitmap(address, reduced);
    return branch;
  }

  @Override
  public int pulledUp(int branch, int slot, int from, int fromSlot) {
    return withChildAt(branch, slot, child(from, fromSlot));
  }

  @Override
  public int pulledUpFromCollision(int branch, int slot, int collision, int index) {
    return withChildAt(branch, slot, words.get(address(collision), collisions.header() + index));
  }

  @Override
  public void setValue(int branch, int slot, Object value) {
    entries.setValue(address(child(branch, slot)), value);
  }

  @Override
  public void linkEntry(int branch, int slot, Object key, Object value) {
    replaceEntry(address(branch), header() + slot, key, value);
  }

  private void replaceEntry(int address, int index, Object key, Object value) {
    int entry = words.get(address, index);
    if (owned(entry)) {
      entries.set(address(entry), key, value);
    } else {
      words.set(address, index, newEntry(key, value));
    }
  }

  // ---- changing a collision node

  @Override
  public int withCollisionEntry(int collision, Object key, Object value) {
    int address = address(collision);
    int size = collisionSize(collision);
    boolean begins = collisions.sorts(size + 1) && !collisions.sorts(size);
    KeyRun run = begins ? collisions.arranged(address, key) : null;
    int place = collisions.sorts(size) ? collisions.place(address, key) : -1;
    int index = place < 0 ? size : place;
    int ascending = collisions.ascending(address) + (place < 0 ? 0 : 1);
    int entry = newEntry(key, value);
    int grown = collision;
    int header = collisions.header();
    if (!owned(collision) || size == blocks.collisionCapacity(address, size)) {
      try {
        grown = newBlock(header + size + 1, COLLISION);
      } catch (RuntimeException | Error failure) {
        undo(entry);
        throw failure;
      }
      words.copy(address, header, address(grown), header, index);
    }
    words.copy(address, header + index, address(grown), header + index + 1, size - index);
    words.set(address(grown), header + index, entry);
    collisions.setSize(address(grown), size + 1, ascending);
    if (begins) {
      collisions.arrange(address(grown), run);
    }
    return grown;
  }

  @Override
  public int withoutCollisionEntry(int collision, int index) {
    int address = address(collision);
    int size = collisionSize(collision);
    int header = collisions.header();
    int shrunk;
    if (owned != null) {
      shrunk = address(newBlock(header + size - 1, COLLISION));
    } else {
      shrunk = tryAllocateCollision(header + size - 1);
    }
    if (shrunk == Allocator.FRESH) {
      blocks.keepOversized(address, blocks.collisionCapacity(address, size));
      shrunk = address;
    } else {
      words.copy(address, header, shrunk, header, index);
    }
    int ascending = collisions.ascending(address);
    words.copy(address, header + index + 1, shrunk, header + index, size - index - 1);
    collisions.setSize(shrunk, size - 1, index < ascending ? ascending - 1 : ascending);
    return References.of(shrunk, COLLISION);
  }

  @Override
  public void setCollisionValue(int collision, int index, Object value) {
    entries.setValue(collisionEntry(collision, index), value);
  }

  @Override
  public void linkCollisionEntry(int collision, int index, Object key, Object value) {
    int address = address(collision);
    boolean leavesRun = index < collisions.ascending(address) && !collisions.isOfRun(address, key);
    replaceEntry(address, collisions.header() + index, key, value);
    if (leavesRun) {
      collisions.moveBehind(address, index);
    }
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

  private TaggedIntLayout view(boolean forgetful) {
    words.share();
    return new TaggedIntLayout(
        digits, words, blocks, entries, collisions, new OwnedReferences(), forgetful);
  }

  @Override
  public boolean entriesComeFirst() {
    return false;
  }

  @Override
  public boolean isConcurrent() {
    return false;
  }

  @Override
  public boolean owned(int node) {
    return owned == null || owned.contains(node);
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
      blocks.free(address(reference), blockSize(reference));
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
    int copy = copiedFrom((TaggedIntLayout) from, node);
    EntryTable others = ((TaggedIntLayout) from).entries;
    int address = address(copy);
    int first = firstReference(copy);
    int end = first + references(copy);
    for (int index = first; index < end; index++) {
      int reference = words.get(address, index);
      if (References.kind(reference) == ENTRY) {
        int entry = address(reference);
        words.set(address, index, newEntry(others.key(entry), others.value(entry)));
      }
    }
    return copy;
  }

  private int copiedFrom(TaggedIntLayout other, int node) {
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
    int first = firstReference(node);
    for (int index = first; index < first + count; index++) {
      words.set(address(copy), index, other.words.get(address(node), index));
    }
    return copy;
  }

  private int firstReference(int node) {
    return References.kind(node) == COLLISION ? collisions.header() : header();
  }

  private int references(int node) {
    return References.kind(node) == COLLISION ? collisionSize(node) : slotCount(node);
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
  public void discard(int node) {
    if (owned == null || owned.remove(node)) {
      blocks.free(address(node), blockSize(node));
    }
  }

  private int blockSize(int node) {
    int address = address(node);
    return References.kind(node) == COLLISION
        ? collisions.header() + blocks.collisionCapacity(address, collisionSize(node))
        : blockWords(blocks.branchCapacity(address, slotCount(node)), isCompressed(node));
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

  @Override
  public String describe(int node) {
    int address = address(node);
    StringBuilder text = new StringBuilder("block ").append(address);
    text.append(", ").append(blockSize(node)).append(" words:");
    if (References.kind(node) == COLLISION) {
      text.append(" size ").append(collisionSize(node));
      append(text, address, collisions.header(), collisionSize(node));
      return text.toString();
    }
    text.append(" bitmap ").append(Long.toHexString(bitmap(node)));
    append(text, address, header(), slotCount(node));
    if (isCompressed(node)) {
      text.append(" skip ").append(skip(node));
      text.append(" prefix ").append(Long.toHexString(prefix(node)));
    }
    return text.toString();
  }

  private void append(StringBuilder text, int address, int first, int count) {
    for (int index = first; index < first + count; index++) {
      int reference = words.get(address, index);
      text.append(References.kind(reference) == ENTRY ? " e" : " →").append(address(reference));
    }
  }
}
