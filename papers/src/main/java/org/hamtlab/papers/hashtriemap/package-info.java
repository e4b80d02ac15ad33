/** The claims of Go's concurrent hash trie, internal/sync HashTrieMap. */
package org.hamtlab.papers.hashtriemap;
