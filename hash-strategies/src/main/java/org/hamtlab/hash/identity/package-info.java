/**
 * The null control: what a trie costs without mixing. Source: hamtlab. Trade-off: structured hashes
 * give structured tries.
 */
package org.hamtlab.hash.identity;
