package org.hamtlab.experiments.fork;

import java.util.List;
import java.util.regex.Pattern;

/** Says in one sentence why a child died. */
public final class Causes {
  private static final Pattern THROWN =
      Pattern.compile(
          "^(Exception in thread.*|Caused by: .*|Terminating due to .*|Error: .*"
              + "|[\\w.$]+(Exception|Error)(: .*)?|#  (SIG|EXCEPTION|Internal).*)$");

  private static final int SIGNALS = 128;
  private static final int KILLED = SIGNALS + 9;

  /** JMH throws these around what a benchmark threw. */
  private static final String WRAPPER = "org.openjdk.jmh.runner.";

  private Causes() {}

  /** The sentence; the limit is named if the child was stopped for it. */
  public static String of(ChildJvm.Outcome outcome, int limitSeconds) {
    if (outcome.timedOut()) {
      return "did not end within " + limitSeconds + " seconds and was stopped";
    }
    if (!outcome.excess().isEmpty()) {
      return outcome.excess();
    }
    String said = said(outcome.tail());
    String status = status(outcome.exitCode());
    return said.isEmpty() ? status : status + ": " + said;
  }

  private static String status(int exitCode) {
    return switch (exitCode) {
      case 0 -> "ended with exit status 0 before its work was done";
      case KILLED -> "killed by signal 9, as the system does when memory runs out";
      default ->
          exitCode > SIGNALS
              ? "killed by signal " + (exitCode - SIGNALS)
              : "exit status " + exitCode;
    };
  }

  private static String said(List<String> tail) {
    return tail.stream()
        .map(String::strip)
        .filter(line -> THROWN.matcher(line).matches() && !line.contains(WRAPPER))
        .reduce((first, second) -> second.startsWith("Caused by: ") ? second : first)
        .orElse("");
  }
}
