package org.hamtlab.experiments.analysis.effect;

import java.util.Map;

/**
 * One fork's mean logarithm.
 *
 * @param levels level by factor
 * @param block randomised block
 * @param log the mean logarithm
 */
public record Observation(Map<String, String> levels, int block, double log) {}
