/**
 * The last steps of the functions of xxHash. Source: Yann Collet, xxHash. Trade-off: that of XXH3
 * saves a multiplication because what precedes it is mixed already; alone it is the weakest of the
 * three.
 */
package org.hamtlab.hash.xxhash;
