/**
 * A checksum taken for a hash. Source: Guy Castagnoli and others, 1993. Trade-off: a control; it is
 * linear over xor, so that differences of hashes stay fixed whatever the hashes are.
 */
package org.hamtlab.hash.crc32c;
