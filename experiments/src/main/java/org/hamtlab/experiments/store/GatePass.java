package org.hamtlab.experiments.store;

/**
 * A treatment that answered like {@link java.util.HashMap}: a line of {@code gate.jsonl}.
 *
 * @param run identity of the run
 * @param treatment id in the plan
 * @param phrase canonical phrase
 * @param seed seed of the random history
 * @param operations operations compared
 * @param timestamp when, ISO 8601 in UTC
 */
public record GatePass(
    String run, String treatment, String phrase, long seed, long operations, String timestamp) {}
