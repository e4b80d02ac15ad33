package org.hamtlab.experiments.analysis.inference;

/**
 * An estimate with its interval.
 *
 * @param value point estimate
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {}
