package org.hamtlab.experiments.peer.library;

import java.util.Locale;

/** What is timed. Every figure is nanoseconds per key of the size that the cell names. */
public enum PeerOperation {
  /** Looks up every key by an object equal to the one stored but not identical. */
  HIT,
  /** Looks up as many keys that are not there. */
  MISS,
  /** Puts as many absent keys, each into the newest version, which alone is kept. */
  PUT,
  /** Removes every key, each from the newest version, which alone is kept. */
  REMOVE,
  /** Replaces the value of every key, each in the newest version, which alone is kept. */
  UPDATE,
  /** Builds a map from a {@link java.util.Map} in the order of insertion. */
  BULK,
  /** Visits all keys and values by iterator. */
  ITERATE,
  /** Unites two maps of equal size that have half of their keys in common. */
  UNION,
  /** Compares two equal maps that share no key, no value and no node. */
  EQUALITY;

  /** The word on the command line and in results. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a chain of versions, so that their memory has to be reclaimed meanwhile. */
  public boolean isChain() {
    return this == PUT || this == REMOVE || this == UPDATE;
  }
}
