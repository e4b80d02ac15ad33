/**
 * A mixer by shifts and one multiplication. Source: George Marsaglia, Xorshift RNGs, Journal of
 * Statistical Software 8(14), 2003. Trade-off: cheaper than a full finaliser, weaker in the high
 * bits.
 */
package org.acme.hamt.xorshift;
