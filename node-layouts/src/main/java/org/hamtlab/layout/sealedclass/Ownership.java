package org.hamtlab.layout.sealedclass;

import java.util.HashMap;
import java.util.Map;

/**
 * The branches that one view of a memory may change in place. A branch with an array of its own
 * carries the number of the edit that made it, as a negative address; one with a granted block is
 * found by that block's address.
 */
final class Ownership {
  private static final int NO_EDIT = 0;

  private final Map<Integer, SlottedBranch> byAddress = new HashMap<>();
  private final int edit;

  private Ownership(int edit) {
    this.edit = edit;
  }

  /** Owns granted blocks until they are committed, and no arrays at all. */
  static Ownership ofNothing() {
    return new Ownership(NO_EDIT);
  }

  /** Owns what an edit, numbered from 1, makes; 0 is none. */
  static Ownership of(int edit) {
    return new Ownership(edit);
  }

  /** The address of a new branch with an array of its own. */
  int freshAddress() {
    return -1 - edit;
  }

  boolean owns(SlottedBranch branch) {
    return branch.address < 0
        ? edit != NO_EDIT && branch.address == freshAddress()
        : byAddress.containsKey(branch.address);
  }

  /** Owns a branch with a granted block. */
  void add(SlottedBranch branch) {
    byAddress.put(branch.address, branch);
  }

  /** Gives a branch up; answers whether it was owned. */
  boolean disown(SlottedBranch branch) {
    return branch.address < 0 ? owns(branch) : byAddress.remove(branch.address) != null;
  }

  void commit() {
    if (edit == NO_EDIT) {
      byAddress.clear();
    }
  }

  void abort(Blocks blocks) {
    if (edit == NO_EDIT) {
      byAddress.values().forEach(blocks::free);
      byAddress.clear();
    }
  }
}
