/**
 * The integer hash of mojo-hamt. Source: mojo-hamt, whose standard library takes it from aHash.
 * Trade-off: two 128-bit products and a data-dependent rotation.
 */
package org.hamtlab.hash.mojoahash;
