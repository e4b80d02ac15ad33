package org.hamtlab.layout.champ;

import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.ObjectNodeLayout;
import org.hamtlab.spi.Telemetry;

/**
 * What the layouts of arrays that the JVM collects have in common: collision nodes, and that there
 * is nothing to give back. Their branches skip no levels.
 */
abstract class CollectedNodes implements ObjectNodeLayout<Object> {
  final int fanOut;
  final boolean sorts;
  final Allocator allocator;
  final boolean exclusive;
  final boolean counted;
  private final HashDigits digits;

  /**
   * Prepares a layout or a view.
   *
   * @param sorts whether large collision nodes are sorted
   * @param exclusive whether it may change everything in place
   */
  CollectedNodes(HashDigits digits, boolean sorts, Allocator allocator, boolean exclusive) {
    this.digits = digits;
    this.fanOut = 1 << digits.span();
    this.sorts = sorts;
    this.allocator = allocator;
    this.exclusive = exclusive;
    this.counted = exclusive || !allocator.isConcurrent();
  }

  @Override
  public final HashDigits digits() {
    return digits;
  }

  @Override
  public int skip(Object branch) {
    return 0;
  }

  @Override
  public long prefix(Object branch) {
    return 0;
  }

  @Override
  public Object prefixedCopy(Object branch, int skip, long prefix) {
    return copied(branch);
  }

  // ---- collision nodes

  @Override
  public Object collision(Object from, int slot, Object key, Object value) {
    return collisionOf(new Object[] {key(from, slot), value(from, slot), key, value});
  }

  @Override
  public Object collisionOf(Object[] cells) {
    return Collision.of(cells, sorts);
  }

  @Override
  public int collisionSize(Object collision) {
    return ((Collision) collision).size();
  }

  @Override
  public Object collisionKey(Object collision, int index) {
    return ((Collision) collision).key(index);
  }

  @Override
  public Object collisionValue(Object collision, int index) {
    return ((Collision) collision).value(index);
  }

  @Override
  public int collisionIndex(Object collision, Object key) {
    return ((Collision) collision).indexOf(key);
  }

  /** The branch with an entry where a child stood. */
  abstract Object withEntryForChild(Object branch, int slot, Object key, Object value);

  @Override
  public Object pulledUpFromCollision(Object branch, int slot, Object collision, int index) {
    return withEntryForChild(
        branch, slot, collisionKey(collision, index), collisionValue(collision, index));
  }

  @Override
  public Object withCollisionEntry(Object node, Object key, Object value) {
    Collision collision = (Collision) node;
    return changed(collision, collision.with(key, value, sorts));
  }

  @Override
  public Object withoutCollisionEntry(Object node, int index) {
    Collision collision = (Collision) node;
    return changed(collision, collision.without(index));
  }

  private Object changed(Collision collision, Collision other) {
    if (!exclusive) {
      return other;
    }
    collision.become(other);
    return collision;
  }

  @Override
  public void setCollisionValue(Object node, int index, Object value) {
    Collision collision = (Collision) node;
    collision.set(index, collision.key(index), value);
  }

  @Override
  public void linkCollisionEntry(Object collision, int index, Object key, Object value) {
    ((Collision) collision).set(index, key, value);
  }

  @Override
  public void dropCollisionEntry(Object collision, int index) {
    // The JVM collects it with the array.
  }

  // ---- versions

  /**
   * A view of what this layout is of.
   *
   * @param mark what the nodes bear that it owns; {@code null} for a view that owns none
   */
  abstract CollectedNodes view(Object mark);

  @Override
  public final ObjectNodeLayout<Object> sharing() {
    return view(null);
  }

  @Override
  public final ObjectNodeLayout<Object> editing() {
    return view(new Object());
  }

  @Override
  public void begin() {
    // Nodes tell whose they are.
  }

  @Override
  public boolean isConcurrent() {
    return allocator.isConcurrent();
  }

  @Override
  public void commit() {
    // Nothing to forget: a mark dies with its transient.
  }

  @Override
  public void abort() {
    // The JVM collects what the edit made.
  }

  @Override
  public Object adopted(ObjectNodeLayout<Object> from, Object node) {
    return copied(node);
  }

  // ---- memory

  @Override
  public Telemetry telemetry() {
    return allocator.telemetry();
  }

  @Override
  public long slotsHeld() {
    return 0;
  }

  @Override
  public void close() {
    // Nodes are objects: they go with the versions that refer to them.
  }

  @Override
  public Runnable release() {
    return null;
  }
}
