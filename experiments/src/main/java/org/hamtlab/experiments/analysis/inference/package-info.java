/** Estimates, intervals and p-values of few blocks, on the log scale. */
package org.hamtlab.experiments.analysis.inference;
