/**
 * A quarantine of freed blocks. Source: AddressSanitizer. Trade-off: memory and a hash table, for
 * tests.
 */
package org.hamtlab.allocator.poison;
