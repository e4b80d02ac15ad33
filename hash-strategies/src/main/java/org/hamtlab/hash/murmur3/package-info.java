/**
 * The finalisers of MurmurHash3. Source: Austin Appleby, MurmurHash3, 2011. Trade-off: full
 * avalanche for five operations, and no locality left.
 */
package org.hamtlab.hash.murmur3;
