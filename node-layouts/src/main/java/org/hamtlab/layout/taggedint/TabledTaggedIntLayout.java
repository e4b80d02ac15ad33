package org.hamtlab.layout.taggedint;

import static org.hamtlab.layout.taggedint.References.address;

import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.SlotBlock;

/**
 * A {@link TaggedIntLayout} that makes root tables. Its views, which make none, are plain ones.
 *
 * <pre>
 * table       [ header of a branch, not written ][ references … ]   0 for an empty cell
 * </pre>
 *
 * <p><b>Cost.</b> 4 bytes a cell.
 */
final class TabledTaggedIntLayout extends TaggedIntLayout {
  private final int load;

  /**
   * Creates the layout; the others are the parameters of {@link TaggedIntLayout#of}.
   *
   * @param load entries for every hundred cells from which on a table is made
   */
  static IntNodeLayout of(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts, int load) {
    return new TabledTaggedIntLayout(digits, words, blocks, entries, sorts, load);
  }

  private TabledTaggedIntLayout(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts, int load) {
    super(digits, words, blocks, entries, sorts);
    this.load = load;
  }

  @Override
  public int rootTableLoad() {
    return load;
  }

  @Override
  public int newTable(int cells) {
    int table = newBlock(header() + cells, BRANCH);
    int address = address(table);
    int end = header() + cells;
    for (int index = header(); index < end; index++) {
      words.set(address, index, 0);
    }
    return table;
  }

  @Override
  public void discardTable(int table, int cells) {
    blocks.free(address(table), header() + cells);
  }

  @Override
  public void putInTable(int table, int cell, Object key, Object value) {
    link(table, cell, newEntry(key, value));
  }

  @Override
  public SlotBlock tableBlock(int table, int cells) {
    return new SlotBlock(words.slotOf(address(table)), header() + cells);
  }
}
