/**
 * Blocks as arrays of their own, collected by the JVM. Purpose: the null control. Source: hamtlab.
 * Trade-off: no metadata and no reuse to manage, an array header a block.
 */
package org.hamtlab.allocator.gc;
