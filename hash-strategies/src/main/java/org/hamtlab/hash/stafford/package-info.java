/**
 * The 64-bit finalisers that David Stafford searched for. Source: David Stafford, Better Bit
 * Mixing, 2011. Trade-off: full avalanche over 64 bits for two multiplications.
 */
package org.hamtlab.hash.stafford;
