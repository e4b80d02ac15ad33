package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;
import static org.hamtlab.spi.NodeLayout.ENTRY;

import java.util.List;
import org.hamtlab.spi.SlotBlock;

/**
 * An entry table whose entries have blocks of their own, as leaves have in libraries that keep them
 * apart from their branch: a reference denotes the block, the block holds the number.
 *
 * <pre>
 * entry       [ n ]      keys[n], values[n]
 * </pre>
 *
 * <p><b>Cost.</b> One dependent load more for each entry that is read; a request of one word, and
 * its free, for each entry.
 */
final class EntryBlocks extends EntryTable {
  private static final int BLOCK_WORDS = 1;

  private final Words words;
  private final Blocks blocks;

  /**
   * Creates an empty table.
   *
   * @param memoises whether paths are kept
   * @param hashBits bits of a path
   * @param words where the blocks stand
   * @param blocks grants them
   */
  EntryBlocks(boolean memoises, int hashBits, Words words, Blocks blocks) {
    super(memoises, hashBits);
    this.words = words;
    this.blocks = blocks;
  }

  @Override
  int number(int reference) {
    return words.get(address(reference), 0);
  }

  @Override
  List<SlotBlock> blocksOf(int reference) {
    return List.of(new SlotBlock(words.slotOf(address(reference)), BLOCK_WORDS));
  }

  @Override
  int referTo(Object key, Object value) {
    int block = blocks.allocate(BLOCK_WORDS);
    try {
      words.set(block, 0, add(key, value));
    } catch (RuntimeException | Error failure) {
      blocks.free(block, BLOCK_WORDS);
      throw failure;
    }
    return References.of(block, ENTRY);
  }

  @Override
  void drop(int reference) {
    super.drop(reference);
    blocks.free(address(reference), BLOCK_WORDS);
  }

  @Override
  int bytesPerEntry() {
    return super.bytesPerEntry() + BLOCK_WORDS * Integer.BYTES;
  }
}
