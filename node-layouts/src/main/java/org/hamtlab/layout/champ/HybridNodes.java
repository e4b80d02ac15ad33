package org.hamtlab.layout.champ;

import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;

/** How {@link HybridLayout} makes nodes, accounts for their arrays, and knows whose they are. */
abstract class HybridNodes extends HybridReading {
  final int mostInBitmap;
  final int fewestInArray;
  final Object mark;

  /** Boxes of the memory, as far as the layout that owns everything makes them. */
  long boxes;

  /**
   * Prepares a layout or a view.
   *
   * @param mostInBitmap slots from which on one more makes an array node
   * @param fewestInArray slots of an array node that packs when one of them goes
   * @param mark of the nodes that it may change in place; {@code null} for none
   * @param exclusive whether it may change everything in place
   */
  HybridNodes(
      HashDigits digits,
      int mostInBitmap,
      int fewestInArray,
      boolean sorts,
      Allocator allocator,
      Object mark,
      boolean exclusive) {
    super(digits, sorts, allocator, exclusive);
    this.mostInBitmap = mostInBitmap;
    this.fewestInArray = fewestInArray;
    this.mark = mark;
  }

  @Override
  public boolean owned(Object node) {
    if (exclusive) {
      return true;
    }
    return mark != null
        && (node instanceof BitmapNode bitmap
            ? bitmap.edit == mark
            : node instanceof ArrayNode array && array.edit == mark);
  }

  final Object[] array(int cells) {
    if (counted) {
      allocator.allocate(cells);
    }
    return new Object[cells];
  }

  final void release(Object[] cells) {
    if (counted) {
      allocator.free(Allocator.FRESH, cells.length);
    }
  }

  /** An array for less than there was; {@code null} if it is refused where none is needed. */
  final Object[] smallerArray(int cells) {
    try {
      return array(cells);
    } catch (AllocationException refused) {
      if (exclusive) {
        return null;
      }
      throw refused;
    }
  }

  final Box box(Object key, Object value) {
    boxes++;
    return new Box(key, value);
  }

  /** A bitmap node with cells opened for one more slot, which stay empty. */
  final BitmapNode opened(BitmapNode node, int fragment) {
    int at = 2 * node.index(fragment);
    int used = 2 * node.count();
    int bitmap = node.bitmap | 1 << fragment;
    boolean inPlace = owned(node);
    Object[] from = node.cells;
    if (inPlace && used < from.length) {
      System.arraycopy(from, at, from, at + 2, used - at);
      node.bitmap = bitmap;
      return node;
    }
    Object[] cells = array(used + 2);
    System.arraycopy(from, 0, cells, 0, at);
    System.arraycopy(from, at, cells, at + 2, used - at);
    if (!inPlace) {
      return new BitmapNode(bitmap, cells, mark);
    }
    release(from);
    node.bitmap = bitmap;
    node.cells = cells;
    return node;
  }

  /** An array node of what a bitmap node holds, with a child more. */
  final ArrayNode unpacked(BitmapNode node, int fragment, Object child) {
    Object[] cells = array(fanOut);
    int slot = 0;
    for (int rest = node.bitmap; rest != 0; rest &= rest - 1) {
      Object key = node.cells[2 * slot];
      Object value = node.cells[2 * slot++ + 1];
      cells[Integer.numberOfTrailingZeros(rest)] =
          key == BitmapNode.CHILD ? value : box(key, value);
    }
    cells[fragment] = child;
    return new ArrayNode(slot + 1, cells, mark);
  }

  /** A bitmap node of what an array node holds but at a fragment; {@code null} if refused. */
  final BitmapNode packed(ArrayNode node, int fragment) {
    Object[] cells = smallerArray(2 * (node.count - 1));
    if (cells == null) {
      return null;
    }
    int bitmap = (int) bitmap(node) & ~(1 << fragment);
    int slot = 0;
    for (int rest = bitmap; rest != 0; rest &= rest - 1) {
      cells[2 * slot] = BitmapNode.CHILD;
      cells[2 * slot++ + 1] = node.cells[Integer.numberOfTrailingZeros(rest)];
    }
    return new BitmapNode(bitmap, cells, mark);
  }

  @Override
  public Object entryBranch(int skip, long prefix, int fragment, Object key, Object value) {
    BitmapNode node = new BitmapNode(1 << fragment, array(2), mark);
    node.set(0, key, value);
    return node;
  }

  @Override
  public Object childBranch(int skip, long prefix, int fragment, Object child) {
    return entryBranch(skip, prefix, fragment, BitmapNode.CHILD, child);
  }

  @Override
  public Object blank(long entries, long children) {
    long bitmap = entries | children;
    int count = Long.bitCount(bitmap);
    return count > mostInBitmap
        ? new ArrayNode(count, array(fanOut), mark)
        : new BitmapNode((int) bitmap, array(2 * count), mark);
  }

  @Override
  public void fillEntry(Object branch, int slot, Object key, Object value) {
    if (branch instanceof BitmapNode node) {
      node.set(slot, key, value);
    } else {
      ((ArrayNode) branch).cells[slot] = box(key, value);
    }
  }

  @Override
  public Object forkBranch(
      int skip,
      long prefix,
      Object from,
      int slot,
      int fragment,
      int newFragment,
      Object key,
      Object value) {
    BitmapNode fork = new BitmapNode(1 << fragment | 1 << newFragment, array(4), mark);
    int moved = fragment < newFragment ? 0 : 1;
    boolean isEntry = kind(from, slot) == ENTRY;
    fork.set(
        moved,
        isEntry ? key(from, slot) : BitmapNode.CHILD,
        isEntry ? value(from, slot) : child(from, slot));
    fork.set(1 - moved, key, value);
    return fork;
  }

  @Override
  public Object copied(Object node) {
    return switch (node) {
      case BitmapNode bitmap ->
          new BitmapNode(bitmap.bitmap, copyOf(bitmap.cells, 2 * bitmap.count()), mark);
      case ArrayNode array -> new ArrayNode(array.count, copyOf(array.cells, fanOut), mark);
      default -> ((Collision) node).copy();
    };
  }

  private Object[] copyOf(Object[] from, int cells) {
    if (!counted && from.length == cells) {
      return from.clone();
    }
    Object[] copy = array(cells);
    System.arraycopy(from, 0, copy, 0, cells);
    return copy;
  }
}
