/**
 * Lazy expansion and path compression of bounded reach: long runs of single-child levels keep some
 * branches. Purpose: how much of path compression short skips buy; and tries whose removal leaves
 * what it empties, as Clojure's does. Source: Leis, Kemper, Neumann, The Adaptive Radix Tree, ICDE
 * 2013, doi:10.1109/ICDE.2013.6544812. Trade-off: a short prefix fits into few bits of a node, and
 * long runs keep some of their branches.
 */
package org.hamtlab.compression.boundedpath;
