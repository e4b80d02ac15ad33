package org.hamtlab.map;

/**
 * How much of its structure one version shares with another, in nodes and slots.
 *
 * @param sharedNodes branches and collision nodes that both refer to
 * @param ownNodes those that only the first refers to
 * @param sharedSlots slots of the shared nodes
 * @param ownSlots slots of the first version's own nodes
 */
public record Sharing(long sharedNodes, long ownNodes, long sharedSlots, long ownSlots) {

  /** Shared slots over all slots of the first version; 1 if it has none. */
  public double ratio() {
    long all = sharedSlots + ownSlots;
    return all == 0 ? 1 : (double) sharedSlots / all;
  }
}
