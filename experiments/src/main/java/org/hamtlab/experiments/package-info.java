/** Sweeps, benchmarks, analysis and reports, behind one command line. */
package org.hamtlab.experiments;
