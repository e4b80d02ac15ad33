package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.spi.HashDigits;

/** How tagged-int layouts make and change branches, wherever child arrays stand. */
abstract class TaggedIntChanges extends TaggedIntReading {

  TaggedIntChanges(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts) {
    super(digits, words, blocks, entries, sorts);
  }

  TaggedIntChanges(TaggedIntChanges viewed, boolean forgets) {
    super(viewed, forgets);
  }

  @Override
  final int newBranch(long occupiedByEntries, long occupiedByNodes, int skip, long prefix) {
    long bitmap = occupiedByEntries | occupiedByNodes;
    return newBranch(Long.bitCount(bitmap), bitmap, skip, prefix);
  }

  /** Grants a branch for so many children; its references are still to be written. */
  abstract int newBranch(int children, long bitmap, int skip, long prefix);

  /** A new branch with the prefix of another. */
  final int resized(int branch, int children, long bitmap) {
    return isCompressed(branch)
        ? newBranch(children, bitmap, skip(branch), prefix(branch))
        : newBranch(children, bitmap, 0, 0);
  }

  @Override
  final int copiedBranch(WordNodes other, int branch, int skip, long prefix) {
    int children = other.slotCount(branch);
    int copy = newBranch(children, other.bitmap(branch), skip, prefix);
    copyWords(other, other.cells(branch), firstCell(), cells(copy), firstCell(), children);
    return copy;
  }

  @Override
  final int withEntryReference(int branch, int fragment, int entry) {
    return withChild(branch, fragment, entry);
  }

  @Override
  public int withChildAt(int branch, int slot, int child) {
    int changed = owned(branch) ? branch : copied(branch);
    link(changed, slot, child);
    return changed;
  }

  @Override
  public int pulledUp(int branch, int slot, int from, int fromSlot) {
    return withChildAt(branch, slot, child(from, fromSlot));
  }

  @Override
  public int pulledUpFromCollision(int branch, int slot, int collision, int index) {
    return withChildAt(branch, slot, words.get(address(collision), collisions.header() + index));
  }
}
