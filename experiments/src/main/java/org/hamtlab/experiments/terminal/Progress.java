package org.hamtlab.experiments.terminal;

import java.io.PrintStream;

/** Progress of a stage whose units take about as long as each other; safe for several threads. */
public final class Progress implements AutoCloseable {
  private final Gauge gauge;
  private final int units;
  private final long start = System.nanoTime();
  private int done;

  private Progress(Gauge gauge, int units) {
    this.gauge = gauge;
    this.units = units;
  }

  /** Begins a stage of so many units. */
  public static Progress begin(String stage, int units, PrintStream out) {
    return new Progress(Gauge.begin(stage, out), units);
  }

  /** One more unit is done; what it was. */
  public synchronized void step(String what) {
    done++;
    double elapsed = (System.nanoTime() - start) / 1e9;
    gauge.step(done, units, elapsed / done * (units - done), what);
  }

  @Override
  public void close() {
    gauge.close();
  }
}
