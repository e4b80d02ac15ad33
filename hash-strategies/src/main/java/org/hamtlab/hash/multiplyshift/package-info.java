/**
 * One multiplication of which the high bits are kept. Sources: Donald Knuth, The Art of Computer
 * Programming 3, 6.4; Martin Dietzfelbinger and others, 1997. Trade-off: bit i of a product depends
 * on bits 0 to i of the hash alone, so only the high bits are good: the mixers hand out the highest
 * {@code bits} of the product, and {@code bit-order=high-first} of a layout takes the best of them
 * first.
 */
package org.hamtlab.hash.multiplyshift;
