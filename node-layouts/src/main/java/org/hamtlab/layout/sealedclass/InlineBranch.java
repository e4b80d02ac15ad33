package org.hamtlab.layout.sealedclass;

/**
 * A branch whose entries have no objects of their own. 40 bytes: header 12, two bitmaps, two
 * integers, reference.
 *
 * <pre>
 * slots     [ key, value, key, value, … | node, node, … ]   each kind in the order of fragments
 * entries   bit f set when an entry stands at fragment f
 * children  bit f set when a branch or collision node stands there
 * </pre>
 */
sealed class InlineBranch extends SlottedBranch permits CompressedInlineBranch {
  Object[] slots;
  long entries;
  long children;

  @Override
  final Object[] block() {
    return slots;
  }

  @Override
  final void moveTo(Object[] block) {
    slots = block;
  }

  @Override
  final int count() {
    return 2 * Long.bitCount(entries) + Long.bitCount(children);
  }
}
