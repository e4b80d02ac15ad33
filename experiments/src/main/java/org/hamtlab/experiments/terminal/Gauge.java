package org.hamtlab.experiments.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress of one stage, shown: a bar with the remaining time on a terminal, plain lines elsewhere.
 */
public interface Gauge extends AutoCloseable {

  /**
   * One more unit is done.
   *
   * @param done units done
   * @param all units done and left, as far as is known now
   * @param secondsLeft time that the units left will take
   * @param what what was done
   */
  void step(int done, int all, double secondsLeft, String what);

  /** Says something that is no unit of work. */
  void note(String text);

  @Override
  void close();

  /** Begins a stage. */
  static Gauge begin(String stage, PrintStream out) {
    Console console = System.console();
    return console != null && console.isTerminal() ? new Bar(stage, out) : new Lines(stage, out);
  }

  /** A time as people say it. */
  static String told(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return time.toHours() > 0
        ? String.format("%d h %02d min", time.toHours(), time.toMinutesPart())
        : time.toMinutes() > 1
            ? String.format("%d min %02d s", time.toMinutes(), time.toSecondsPart())
            : time.toSeconds() + " s";
  }

  /**
   * On a terminal. The library's own console is not used: it resets the handling of signals, so
   * that Ctrl-C would kill this virtual machine without its shutdown hooks.
   */
  final class Bar implements Gauge {
    private static final int NARROW = 80;

    private final ProgressBar bar;
    private final PrintStream out;

    Bar(String stage, PrintStream out) {
      this.out = out;
      bar =
          new ProgressBarBuilder()
              .setTaskName(stage)
              .setInitialMax(1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(250)
              .hideEta()
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
    public void step(int done, int all, double secondsLeft, String what) {
      bar.maxHint(all);
      bar.setExtraMessage(" " + told(secondsLeft) + " left, " + what);
      bar.stepTo(done);
    }

    @Override
    public void note(String text) {
      System.err.println();
      out.println(text);
    }

    @Override
    public void close() {
      bar.close();
      System.err.println();
    }
  }

  /** Elsewhere: one line a unit. */
  final class Lines implements Gauge {
    private final String stage;
    private final PrintStream out;

    Lines(String stage, PrintStream out) {
      this.stage = stage;
      this.out = out;
    }

    @Override
    public synchronized void step(int done, int all, double secondsLeft, String what) {
      out.printf("%s %d/%d, about %s left: %s%n", stage, done, all, told(secondsLeft), what);
    }

    @Override
    public synchronized void note(String text) {
      out.printf("%s: %s%n", stage, text);
    }

    @Override
    public void close() {}
  }
}
