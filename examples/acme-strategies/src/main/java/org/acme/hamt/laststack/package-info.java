/**
 * A bump allocator that remembers the blocks freed last. Source: acme. Trade-off: bounded
 * bookkeeping; blocks freed long ago are lost until the reset.
 */
package org.acme.hamt.laststack;
