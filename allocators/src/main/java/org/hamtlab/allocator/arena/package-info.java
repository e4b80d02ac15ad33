/**
 * Regions freed all at once. Source: Hanson 1990. Trade-off: the cheapest allocation there is, and
 * no reuse before the end.
 */
package org.hamtlab.allocator.arena;
