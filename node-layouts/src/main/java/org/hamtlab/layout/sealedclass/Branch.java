package org.hamtlab.layout.sealedclass;

/** A branch, whatever holds its slots. */
abstract sealed class Branch extends Node permits SlottedBranch, FieldBranch {

  /** Slots of the memory in use. */
  abstract int count();
}
