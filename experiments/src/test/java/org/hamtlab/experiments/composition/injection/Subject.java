package org.hamtlab.experiments.composition.injection;

import java.util.Map;

/** Something map-like over an allocator that may refuse a request. */
public interface Subject extends AutoCloseable {

  /** Plays a step; answers what the operation answers. */
  Object play(Step step);

  /** The entries, copied. */
  Map<Object, Object> content();

  /** Slots granted and not taken back. */
  long slotsLive();

  /** Requests granted since the subject was made. */
  long requests();

  /** Fails with an {@link AssertionError} if the structure is not sound. */
  void check();

  @Override
  void close();
}
