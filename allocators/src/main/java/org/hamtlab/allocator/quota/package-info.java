/** A limit of live slots. Source: hamtlab. Trade-off: an addition a call. */
package org.hamtlab.allocator.quota;
