package org.hamtlab.compression.lazyexpansion;

import org.hamtlab.spi.PathCompression;

/**
 * Stores an entry, or a collision node, at the first level where it stands alone.
 *
 * <p><b>Shape.</b> A branch stands at the root and wherever two keys of different hashes share a
 * path; nothing else depends on what a map has been through. So no chain of single-child branches
 * leads to an entry or to a collision node, while those that lead to a branch of two slots stay:
 * the path compression of collisions alone, which tries with entries inline are given, is this one.
 *
 * <p><b>Cost.</b> A put may push the entry that it meets down by one branch for each level on which
 * both agree; a removal that leaves one behind pulls it up through them.
 *
 * <p><b>Source.</b> Phil Bagwell, Ideal Hash Trees (2001). For collision nodes: Clojure, {@code
 * createNode} in {@code PersistentHashMap.java}; swift-collections, whose branches are never {@code
 * isAtrophiedNode} ({@code HashNode/_HashNode+UnsafeHandle.swift}).
 *
 * <p><b>Deviations.</b> In swift-collections the root itself may be a collision node; here it is a
 * branch.
 */
public final class LazyExpansionCompression implements PathCompression {
  /** Creates the compression. */
  public LazyExpansionCompression() {}

  @Override
  public int expand(int level, int lastLevel) {
    return level;
  }

  @Override
  public int collapse(int run) {
    return 0;
  }

  @Override
  public boolean restores() {
    return true;
  }
}
