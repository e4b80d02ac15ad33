package org.hamtlab.layout.sealedclass;

/**
 * A branch with a slot for every fragment. 32 bytes: header 12, reference 4, three integers,
 * padding.
 */
sealed class DenseBranch extends BoxedBranch permits CompressedDenseBranch {
  int used;

  @Override
  final int count() {
    return used;
  }
}
