/**
 * Lazy expansion and path compression of bounded reach: long runs of single-child levels keep some
 * branches. Purpose: how much of path compression short skips buy, since a short prefix fits into
 * few bits of a node; and tries whose removal leaves what it empties, as Clojure's does.
 */
package org.hamtlab.compression.boundedpath;
