/**
 * Inner nodes only where keys diverge. Source: Phil Bagwell, Ideal Hash Trees, 2001. Trade-off:
 * removes most nodes under a uniform hash; keys with long common paths still make chains, unless
 * their hashes are equal in all bits: collision nodes stand as high as entries do.
 */
package org.hamtlab.compression.lazyexpansion;
