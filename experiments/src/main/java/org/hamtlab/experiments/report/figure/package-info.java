/**
 * Static figures of a bundle for use in a paper: SVG, and pgfplots with the numbers as CSV. Every
 * one is made again from the raw files by {@code hamt figures DIR}.
 */
package org.hamtlab.experiments.report.figure;
