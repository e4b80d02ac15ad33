/** What requests and frees cost without a trie: {@code ./hamt bench traces}. */
package org.hamtlab.experiments.allocation;
