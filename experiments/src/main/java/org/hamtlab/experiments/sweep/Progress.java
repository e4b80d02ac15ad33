package org.hamtlab.experiments.sweep;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress of one stage: a bar with the remaining time on a terminal, plain lines elsewhere. */
public interface Progress extends AutoCloseable {

  /** One more unit is done; what it was. */
  void step(String what);

  @Override
  void close();

  /** Begins a stage. */
  static Progress begin(String stage, int units, PrintStream out) {
    Console console = System.console();
    return console != null && console.isTerminal()
        ? new Bar(stage, units)
        : new Lines(stage, units, out);
  }

  /**
   * On a terminal. The library's own console is not used: it resets the handling of signals, so
   * that Ctrl-C would kill this virtual machine without its shutdown hooks.
   */
  final class Bar implements Progress {
    private static final int NARROW = 80;

    private final ProgressBar bar;

    Bar(String stage, int units) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(stage)
              .setInitialMax(units)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(250)
              .setConsumer(
                  new DelegatingProgressBarConsumer(
                      Bar::show, Integer.getInteger("hamt.columns", NARROW) - 1))
              .build();
    }

    private static void show(String line) {
      System.err.print("\r" + line);
      System.err.flush();
    }

    @Override
    public void step(String what) {
      bar.setExtraMessage(" " + what);
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
      System.err.println();
    }
  }

  /** Elsewhere: one line a unit. */
  final class Lines implements Progress {
    private final String stage;
    private final int units;
    private final PrintStream out;
    private final Instant start = Instant.now();
    private int done;

    Lines(String stage, int units, PrintStream out) {
      this.stage = stage;
      this.units = units;
      this.out = out;
    }

    @Override
    public synchronized void step(String what) {
      done++;
      long elapsed = Duration.between(start, Instant.now()).toSeconds();
      out.printf(
          "%s %d/%d, about %d s left: %s%n",
          stage, done, units, elapsed * (units - done) / done, what);
    }

    @Override
    public void close() {}
  }
}
