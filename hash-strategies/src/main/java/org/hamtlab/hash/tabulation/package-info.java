/**
 * One table of random words for each byte of the hash. Source: Albert Zobrist, 1970; Mihai Patrascu
 * and Mikkel Thorup, 2012. Trade-off: 16 KiB of tables, which compete for the cache with the trie;
 * three-wise independent, and for hash tables as good as random.
 */
package org.hamtlab.hash.tabulation;
