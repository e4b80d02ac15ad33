/**
 * The composition benchmark: what assembling a map from strategies costs, compared with the same
 * algorithm fused by hand into one class.
 */
package org.hamtlab.experiments.composition;
