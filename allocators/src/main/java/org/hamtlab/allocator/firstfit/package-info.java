/**
 * One heap, searched from its lowest address. Source: Knuth, TAOCP 1, 2.5. Trade-off: blocks of any
 * size are used again by any size, and every request searches.
 */
package org.hamtlab.allocator.firstfit;
