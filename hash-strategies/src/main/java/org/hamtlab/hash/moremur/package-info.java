/**
 * A 64-bit finaliser that its author tuned for inputs of low entropy. Source: Pelle Evensen,
 * Stronger, better, morer, Moremur, 2019. Trade-off: as dear as the finaliser of MurmurHash3.
 */
package org.hamtlab.hash.moremur;
