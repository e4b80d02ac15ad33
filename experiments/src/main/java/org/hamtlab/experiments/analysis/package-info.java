/** From samples to ratios with intervals, and what may be claimed of them. */
package org.hamtlab.experiments.analysis;
