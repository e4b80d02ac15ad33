package org.hamtlab.experiments.store;

import java.util.List;

/**
 * Something that went wrong without ending the sweep: a line of {@code failures.jsonl}.
 *
 * @param run identity of the run
 * @param stage {@link #GATE}, {@link #COUNT} or {@link #FORK}
 * @param treatment id in the plan
 * @param phrase canonical phrase
 * @param block randomised block, -1 outside forks
 * @param fork replicate, -1 outside forks
 * @param cause one sentence
 * @param exitCode of the fork; -1 if it has none
 * @param detail last lines of the fork's error output, or the stack trace
 * @param timestamp when, ISO 8601 in UTC
 */
public record Failure(
    String run,
    String stage,
    String treatment,
    String phrase,
    int block,
    int fork,
    String cause,
    int exitCode,
    List<String> detail,
    String timestamp) {

  /** The treatment did not answer like {@link java.util.HashMap}; it is never timed. */
  public static final String GATE = "gate";

  /** Counting failed; the treatment is never timed. */
  public static final String COUNT = "count";

  /** A fork died, or was not started because an earlier one took too long. */
  public static final String FORK = "fork";

  /** The failure of a later fork of the same treatment, which was not started because of this. */
  public Failure ofUnstarted(int otherFork, int otherBlock, String why) {
    return new Failure(
        run, stage, treatment, phrase, otherBlock, otherFork, why, -1, List.of(), timestamp);
  }
}
