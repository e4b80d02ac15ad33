/**
 * Runs of equal blocks by size class. Source: Bonwick 1994. Trade-off: no search and no splitting;
 * a slab with one live block serves its class alone.
 */
package org.hamtlab.allocator.slab;
