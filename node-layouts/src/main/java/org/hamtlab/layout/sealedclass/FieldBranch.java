package org.hamtlab.layout.sealedclass;

/** A branch that holds what stands in it in fields, or in an array, of its own. */
abstract sealed class FieldBranch extends Branch permits ArityBranch, InlineArity {
  /** The edit that made the branch, 0 for none, {@link Grants#UNCOUNTED}. */
  int edit;

  /** The slots that it has room for. */
  abstract int capacity();
}
