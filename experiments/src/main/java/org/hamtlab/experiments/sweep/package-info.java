/**
 * The stages of a sweep after its plan is frozen: gate, count, measure; and what they may not mix.
 */
package org.hamtlab.experiments.sweep;
