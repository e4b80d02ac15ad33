/** Deterministic counters of a filled map. */
package org.hamtlab.experiments.count;
