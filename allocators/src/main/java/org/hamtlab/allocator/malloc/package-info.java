/**
 * The C library's allocator. Source: malloc(3). Trade-off: what every C program pays, and a
 * downcall.
 */
package org.hamtlab.allocator.malloc;
