/**
 * 32-bit finalisers that a search with exact bias found. Source: Chris Wellons, hash-prospector,
 * 2018. Trade-off: the published bias is exact over all 32-bit hashes; the third multiplication of
 * triple32 brings it to that of a random permutation.
 */
package org.hamtlab.hash.prospector;
