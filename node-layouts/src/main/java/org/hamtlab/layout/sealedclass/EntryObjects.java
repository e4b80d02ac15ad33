package org.hamtlab.layout.sealedclass;

import org.hamtlab.spi.HashDigits;

/** What layouts have in common whose entries are objects of their own, children like branches. */
abstract class EntryObjects extends NodeObjects {
  EntryObjects(HashDigits digits, Blocks blocks, boolean sorts, Ownership ownership) {
    super(digits, blocks, sorts, ownership);
  }

  @Override
  public final boolean entriesComeFirst() {
    return false;
  }

  @Override
  public Node entryBranch(int skip, long prefix, int fragment, Object key, Object value) {
    return childBranch(skip, prefix, fragment, new Entry(key, value));
  }

  @Override
  public Node collision(Node from, int slot, Object key, Object value) {
    return new Collision((Entry) child(from, slot), new Entry(key, value));
  }

  @Override
  public Object key(Node node, int slot) {
    return ((Entry) child(node, slot)).key;
  }

  @Override
  public Object value(Node node, int slot) {
    return ((Entry) child(node, slot)).value;
  }

  @Override
  public Node withEntry(Node node, int fragment, Object key, Object value) {
    return withChild(node, fragment, new Entry(key, value));
  }

  @Override
  public void fillEntry(Node node, int slot, Object key, Object value) {
    link(node, slot, new Entry(key, value));
  }

  @Override
  public void linkEntry(Node node, int slot, Object key, Object value) {
    link(node, slot, new Entry(key, value));
  }

  @Override
  public void setValue(Node node, int slot, Object value) {
    ((Entry) child(node, slot)).value = value;
  }

  @Override
  public Node withChildAt(Node node, int slot, Node child) {
    Node changed = owned(node) ? node : copied(node);
    link(changed, slot, child);
    return changed;
  }

  @Override
  public Node pulledUp(Node node, int slot, Node from, int fromSlot) {
    return withChildAt(node, slot, child(from, fromSlot));
  }

  @Override
  public Node pulledUpFromCollision(Node node, int slot, Node collision, int index) {
    return withChildAt(node, slot, ((Collision) collision).entry(index));
  }
}
