/**
 * Sweep files: text that a person reads, taken apart line by line and checked as a whole, so that
 * every fault is listed with its line before anything runs. {@code docs/sweeps.md} has the format.
 */
package org.hamtlab.experiments.spec;
