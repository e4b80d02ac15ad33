/**
 * Nodes as runs of 32-bit words; references are tagged {@code int}s. {@code tagged-int}: one
 * bitmap, and tags tell entries from nodes. {@code champ-words}: two bitmaps tell, for another word
 * a branch, or two at span 6.
 *
 * <p>Purpose: half the memory of objects and no pointer chasing through headers. Source: hamtlab;
 * rows of tagged references after libhamt, two bitmaps after CHAMP (Steindorfer, Vinju, 2015).
 * Trade-off: keys and values stand apart in parallel arrays, and whoever frees a block too early
 * reads another node's words.
 */
package org.hamtlab.layout.taggedint;
