package org.hamtlab.experiments.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress of filling maps, in entries: a bar with the remaining time on a terminal, plain lines
 * elsewhere, nothing for work of two seconds or less.
 */
final class MapProgress implements AutoCloseable {
  /** So many entries take about two seconds. */
  private static final long ENTRIES_WORTH_A_WORD = 2_000_000;

  private static final long NANOS_BETWEEN_LINES = TimeUnit.SECONDS.toNanos(2);

  private final long entries;
  private final long maps;
  private final PrintWriter out;
  private final ProgressBar bar;
  private final long start = System.nanoTime();
  private long lineAt = start;
  private long done;

  /**
   * Begins.
   *
   * @param entries entries of one map
   * @param maps number of maps
   */
  MapProgress(long entries, long maps, PrintWriter out) {
    this.entries = entries;
    this.maps = maps;
    this.out = out;
    Console console = System.console();
    boolean hasBar = isLong() && console != null && console.isTerminal();
    this.bar = hasBar ? bar(maps) : null;
  }

  private static ProgressBar bar(long maps) {
    return new ProgressBarBuilder()
        .setTaskName("maps")
        .setInitialMax(maps)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(250)
        .build();
  }

  private boolean isLong() {
    return entries * maps > ENTRIES_WORTH_A_WORD;
  }

  /** One more map is filled and counted. */
  synchronized void step() {
    done++;
    long now = System.nanoTime();
    if (bar != null) {
      bar.step();
    } else if (isLong() && done < maps && now - lineAt > NANOS_BETWEEN_LINES) {
      lineAt = now;
      Duration left = Duration.ofNanos((now - start) / done * (maps - done));
      out.printf("maps %d/%d, about %d s left%n", done, maps, left.toSeconds());
      out.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
