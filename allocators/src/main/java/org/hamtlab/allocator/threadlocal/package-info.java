/**
 * A pool per thread over a shared allocator. Source: esharedhash; Hoard. Trade-off: no lock while a
 * pool lasts, and what a thread frees is not used again before its task ends.
 */
package org.hamtlab.allocator.threadlocal;
