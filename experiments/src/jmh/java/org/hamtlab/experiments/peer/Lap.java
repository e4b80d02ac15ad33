package org.hamtlab.experiments.peer;

import org.hamtlab.experiments.peer.library.PeerOperation;
import org.openjdk.jmh.infra.Blackhole;

/** A side's own copy of the timed loops; this interface is all that the copies share. */
public interface Lap {

  /** Builds what an operation needs and proves what its label says; not timed. */
  void prepare(PeerOperation operation, int rounds);

  /**
   * Runs an operation, {@link #passes} times over all keys, and answers the evacuations spanned.
   */
  long run(PeerOperation operation, Blackhole hole);

  /** Keys that one run of an operation works through, after {@link #prepare}. */
  int keysPerRun(PeerOperation operation);

  /** Drops what only one operation needed. */
  void release();
}
