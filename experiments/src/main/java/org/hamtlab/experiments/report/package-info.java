/** The report of a sweep: one offline HTML file. */
package org.hamtlab.experiments.report;
