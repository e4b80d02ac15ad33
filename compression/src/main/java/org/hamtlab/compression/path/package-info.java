/**
 * Lazy expansion and path compression proper. Source: Donald R. Morrison, PATRICIA, J. ACM 15(4),
 * 1968, doi:10.1145/321479.321481. Trade-off: no chains at all, for a comparison at each compressed
 * branch.
 */
package org.hamtlab.compression.path;
