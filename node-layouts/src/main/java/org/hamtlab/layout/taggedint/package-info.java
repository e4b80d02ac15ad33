/**
 * Nodes as runs of 32-bit words; references are tagged {@code int}s.
 *
 * <p>Purpose: half the memory of objects and no pointer chasing through headers. Source: hamtlab;
 * rows of tagged references after libhamt. Trade-off: keys and values stand apart in parallel
 * arrays, and whoever frees a block too early reads another node's words.
 */
package org.hamtlab.layout.taggedint;
