package org.hamtlab.experiments.terminal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Names of runs, and of the files that they write: what it is, and the second in which it began.
 */
public final class RunName {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private RunName() {}

  /** Such as {@code sweep-20261121-173841}, in UTC. */
  public static String of(String kind, Instant begin) {
    return kind + "-" + STAMP.format(begin);
  }
}
