package org.hamtlab.layout.taggedint;

/**
 * Reads and writes the words of blocks. A composition loads one subclass only, so these calls cost
 * nothing once compiled. For that, the subclasses outside the heap are made by methods of their own
 * that return this type: a constructor call in the provider would have the verifier load them all.
 */
abstract class Words {

  /** The word at an index of the block at an address. */
  abstract int get(int address, int index);

  /** Replaces a word. */
  abstract void set(int address, int index, int word);

  /** Copies words from one block to another, or within one block where ranges may overlap. */
  abstract void copy(int from, int fromIndex, int to, int toIndex, int words);

  /** The place of a block's first word among all words. */
  long slotOf(int address) {
    return address;
  }

  /** From now on, what was written stays readable where it stands when the memory grows. */
  abstract void share();

  /** Bytes that the memory occupies now, as far as it is not the allocator's. */
  abstract long bytes();

  /** Forgets every region. */
  abstract void clear();

  /** Drops the memory, see {@link org.hamtlab.spi.NodeLayout#close()}. */
  abstract void close();

  /** Frees native memory, see {@link org.hamtlab.spi.NodeLayout#release()}. */
  abstract Runnable release();

  /** What an access to a memory answers that was dropped. */
  static IllegalStateException dropped() {
    return new IllegalStateException(
        "layout: the memory was closed (expected open). Compose another map, or close later.");
  }
}
