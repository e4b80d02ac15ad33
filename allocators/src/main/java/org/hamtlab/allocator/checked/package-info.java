/** A decorator that asserts the contract. Source: Heap Layers. Trade-off: slow, for tests. */
package org.hamtlab.allocator.checked;
