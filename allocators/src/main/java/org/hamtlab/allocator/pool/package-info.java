/**
 * A reserve with a fallback. Source: mojo-hamt. Trade-off: as an arena while it lasts; its size has
 * to be guessed.
 */
package org.hamtlab.allocator.pool;
