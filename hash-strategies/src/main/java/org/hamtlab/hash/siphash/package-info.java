/**
 * Keyed hashes of the content of keys, whose collisions nobody finds without the key. Source:
 * Jean-Philippe Aumasson and Daniel Bernstein, SipHash, 2012. Trade-off: several times the cost of
 * a finaliser; strings and numbers whose hash codes are equal get different hashes. With {@code
 * secrets=per-map} a map whose keys strangers choose cannot be flooded, and nothing about it
 * repeats.
 */
package org.hamtlab.hash.siphash;
