/**
 * Folds the high half into the low half. Source: OpenJDK, {@code java.util.HashMap}. Trade-off: one
 * operation, keeps the locality of sequential keys, leaves structure in the high bits.
 */
package org.hamtlab.hash.javaspread;
