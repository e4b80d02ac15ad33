package org.hamtlab.layout.champ;

import org.hamtlab.layout.Tally;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.ObjectNodeLayout;

/**
 * Nodes of Clojure: bitmap nodes with entries inline, and array nodes without.
 *
 * <pre>
 * BitmapNode  bitmap, [ key, value | CHILD, node | … ]   two cells a slot
 * ArrayNode   count, [ node or Box or null at each fragment ]
 * Box         an entry below an array node
 * collision   Collision ──► [ key, value, key, value, … ]
 * </pre>
 *
 * <p>A bitmap node of {@code array-from} slots becomes an array node when one more comes; an array
 * node of {@code pack-at} slots becomes a bitmap node when one of them goes, and its boxes stay. So
 * the form of a node depends on its history.
 *
 * <p><b>Cost.</b> Two dependent loads a level, and a third for an entry below an array node. Bytes:
 * 40 and 8 a slot for a bitmap node, 40 and 4 a fragment for an array node, 24 a box.
 *
 * <p><b>Source.</b> clojure/clojure, src/jvm/clojure/lang/PersistentHashMap.java:
 * BitmapIndexedNode, ArrayNode and HashCollisionNode.
 *
 * <p><b>Deviations.</b> There a box is a bitmap node with one entry, whose bit is that entry's
 * fragment, so that the node counts there are those here and a node for each box; {@code null}
 * stands beside a node in place of a key, and the entry of the key {@code null} beside the root;
 * transients keep some room in bitmap nodes; a collision node that is left with one entry stays.
 */
final class HybridLayout extends HybridNodes {

  /**
   * Creates the layout.
   *
   * @param sorts whether large collision nodes are sorted
   */
  HybridLayout(
      HashDigits digits, int mostInBitmap, int fewestInArray, boolean sorts, Allocator allocator) {
    super(digits, mostInBitmap, fewestInArray, sorts, allocator, null, true);
  }

  /** A view, see {@link HybridNodes}. */
  private HybridLayout(HybridLayout viewed, Object mark) {
    super(
        viewed.digits(),
        viewed.mostInBitmap,
        viewed.fewestInArray,
        viewed.sorts,
        viewed.allocator,
        mark,
        false);
  }

  // ---- changing a branch

  @Override
  public Object withEntry(Object branch, int fragment, Object key, Object value) {
    if (branch instanceof BitmapNode node && node.count() < mostInBitmap) {
      BitmapNode changed = opened(node, fragment);
      changed.set(changed.index(fragment), key, value);
      return changed;
    }
    Object changed = withChild(branch, fragment, new Box(key, value));
    boxes++;
    return changed;
  }

  @Override
  public Object withChild(Object branch, int fragment, Object child) {
    if (!(branch instanceof BitmapNode node)) {
      ArrayNode own = (ArrayNode) (owned(branch) ? branch : copied(branch));
      own.cells[fragment] = child;
      own.count++;
      return own;
    }
    if (node.count() >= mostInBitmap) {
      return unpacked(node, fragment, child);
    }
    BitmapNode changed = opened(node, fragment);
    changed.set(changed.index(fragment), BitmapNode.CHILD, child);
    return changed;
  }

  @Override
  public Object withChildAt(Object branch, int slot, Object child) {
    Object own = owned(branch) ? branch : copied(branch);
    unbox(own, slot);
    link(own, slot, child);
    return own;
  }

  /** Takes note that the box in a slot goes, if there is one. */
  private void unbox(Object branch, int slot) {
    boxes -= isBoxed(branch, slot) ? 1 : 0;
  }

  @Override
  public void link(Object branch, int slot, Object child) {
    if (branch instanceof BitmapNode node) {
      node.set(slot, BitmapNode.CHILD, child);
    } else {
      ((ArrayNode) branch).cells[slot] = child;
    }
  }

  @Override
  public Object withoutSlot(Object branch, int slot) {
    return branch instanceof BitmapNode node
        ? closed(node, slot)
        : withoutCell((ArrayNode) branch, slot);
  }

  private Object closed(BitmapNode node, int slot) {
    int used = 2 * node.count();
    int bitmap = node.bitmap ^ 1 << fragmentAt(node, slot);
    Object[] from = node.cells;
    Object[] cells = smallerArray(used - 2);
    Object[] to = cells == null ? from : cells;
    System.arraycopy(from, 0, to, 0, 2 * slot);
    System.arraycopy(from, 2 * slot + 2, to, 2 * slot, used - 2 * slot - 2);
    if (!exclusive) {
      return new BitmapNode(bitmap, to, mark);
    }
    if (cells == null) {
      from[used - 2] = null;
      from[used - 1] = null;
    } else {
      release(from);
      node.cells = cells;
    }
    node.bitmap = bitmap;
    return node;
  }

  private Object withoutCell(ArrayNode node, int fragment) {
    if (node.count <= fewestInArray) {
      BitmapNode packed = packed(node, fragment);
      if (packed != null) {
        return packed;
      }
    }
    ArrayNode own = (ArrayNode) (exclusive ? node : copied(node));
    own.cells[fragment] = null;
    own.count--;
    return own;
  }

  @Override
  public Object pulledUp(Object branch, int slot, Object from, int fromSlot) {
    if (kind(from, fromSlot) != ENTRY) {
      return withChildAt(branch, slot, child(from, fromSlot));
    }
    Object changed = withEntryForChild(branch, slot, key(from, fromSlot), value(from, fromSlot));
    unbox(from, fromSlot);
    return changed;
  }

  @Override
  Object withEntryForChild(Object branch, int slot, Object key, Object value) {
    Object own = owned(branch) ? branch : copied(branch);
    fillEntry(own, slot, key, value);
    return own;
  }

  @Override
  public void setValue(Object branch, int slot, Object value) {
    if (isBoxed(branch, slot)) {
      ((Box) child(branch, slot)).value = value;
    } else {
      ((BitmapNode) branch).cells[2 * slot + 1] = value;
    }
  }

  @Override
  public void linkEntry(Object branch, int slot, Object key, Object value) {
    if (isBoxed(branch, slot)) {
      link(branch, slot, new Box(key, value));
    } else {
      ((BitmapNode) branch).set(slot, key, value);
    }
  }

  // ---- versions

  @Override
  HybridLayout view(Object mark) {
    return new HybridLayout(this, mark);
  }

  @Override
  public HybridLayout worker() {
    return new HybridLayout(digits(), mostInBitmap, fewestInArray, sorts, new Tally());
  }

  @Override
  public void join(ObjectNodeLayout<Object> worker) {
    HybridLayout joined = (HybridLayout) worker;
    boxes += joined.boxes;
    ((Tally) joined.allocator).repeat(allocator);
  }

  // ---- giving back

  @Override
  public void dropEntry(Object branch, int slot) {
    unbox(branch, slot);
  }

  @Override
  public void discard(Object node) {
    if (counted && owned(node)) {
      if (node instanceof BitmapNode bitmap) {
        release(bitmap.cells);
      } else if (node instanceof ArrayNode array) {
        release(array.cells);
      }
    }
  }

  @Override
  public void clear() {
    allocator.reset();
    boxes = 0;
  }

  @Override
  public long structureBytes(long branches, long entries, long collisionBytes) {
    return branches * (NODE_BYTES + ARRAY_BYTES)
        + allocator.telemetry().slotsLive() * REFERENCE_BYTES
        + boxes * BOX_BYTES
        + collisionBytes;
  }
}
