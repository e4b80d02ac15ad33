package org.hamtlab.experiments.composition;

/**
 * One iteration of the composition benchmark: a line of its file.
 *
 * @param side what was measured
 * @param layout of which composition
 * @param operation get, put or remove
 * @param size number of keys
 * @param fork number of the JVM
 * @param copy number of the copy within it
 * @param nanosPerKey time
 */
public record CompositionSample(
    String side,
    String layout,
    String operation,
    int size,
    int fork,
    int copy,
    double nanosPerKey) {}
