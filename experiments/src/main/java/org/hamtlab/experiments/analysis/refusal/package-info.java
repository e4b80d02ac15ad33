/** What the analysis refuses to claim, by the codes of METHOD. */
package org.hamtlab.experiments.analysis.refusal;
