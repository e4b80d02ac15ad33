/**
 * What a sweep compares and in which order: treatments, exclusions, operations, keys, blocks.
 *
 * <p>Strategies are known by their phrases alone; the built-in ones stand in the resource {@code
 * builtin-treatments.txt}.
 */
package org.hamtlab.experiments.plan;
