/** A histogram of requests. Source: Heap Layers. Trade-off: two additions a call. */
package org.hamtlab.allocator.metered;
