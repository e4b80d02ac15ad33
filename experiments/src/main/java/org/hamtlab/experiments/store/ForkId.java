package org.hamtlab.experiments.store;

/** One fork of a plan: a replicate of a treatment. */
public record ForkId(String treatment, int fork) {

  /** The fork that a sample comes from. */
  public static ForkId of(Sample sample) {
    return new ForkId(sample.treatment(), sample.fork());
  }
}
