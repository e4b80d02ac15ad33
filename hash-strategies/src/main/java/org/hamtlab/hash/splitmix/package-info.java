/**
 * The output function of SplitMix64. Source: Guy Steele, Doug Lea and Christine Flood, Fast
 * Splittable Pseudorandom Number Generators, 2014. Trade-off: one addition more than its finaliser,
 * and zero is no fixed point.
 */
package org.hamtlab.hash.splitmix;
