package org.hamtlab.papers.evidence;

/**
 * One raw value: a line of {@code observations.jsonl}.
 *
 * @param claim id of the claim that it was measured for
 * @param quantity what was counted or timed
 * @param variant what it was counted or timed on
 * @param replicate from 0; counts that cannot vary have one
 * @param value the value
 * @param unit of the value
 */
public record Observation(
    String claim, String quantity, String variant, int replicate, double value, String unit) {}
