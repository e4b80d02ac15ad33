/**
 * A lock around every call. Source: Heap Layers. Trade-off: several threads may use one allocator,
 * and each call pays for a lock.
 */
package org.hamtlab.allocator.locked;
