package org.hamtlab.experiments.peer;

/**
 * One side in one round: a line of the raw samples.
 *
 * @param op operation
 * @param size number of entries
 * @param keys kind of keys
 * @param side a phrase or a library
 * @param fork number of the JVM
 * @param round number within it
 * @param nanosPerKey time
 * @param keysPerRun keys that one invocation worked through
 * @param evacuations that the round spanned
 */
public record PeerSample(
    String op,
    int size,
    String keys,
    String side,
    int fork,
    int round,
    double nanosPerKey,
    int keysPerRun,
    long evacuations) {}
