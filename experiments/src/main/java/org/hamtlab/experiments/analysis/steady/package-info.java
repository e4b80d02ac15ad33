/** Whether a fork reached a steady state, and what kind of way led there. */
package org.hamtlab.experiments.analysis.steady;
