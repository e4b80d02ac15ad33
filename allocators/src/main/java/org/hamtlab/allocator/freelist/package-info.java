/**
 * Freed blocks handed out again. Source: Knuth; libhamt. Trade-off: a few loads a block, memory
 * stays bounded under churn.
 */
package org.hamtlab.allocator.freelist;
