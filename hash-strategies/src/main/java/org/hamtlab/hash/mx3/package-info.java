/**
 * A 64-bit finaliser of three equal multiplications. Source: Jon Maiga, mx3, 2020. Trade-off: one
 * multiplication more than the other finalisers.
 */
package org.hamtlab.hash.mx3;
