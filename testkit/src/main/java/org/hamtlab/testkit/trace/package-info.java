/** Requests and frees without a trie: traces, their replay, and what a replay shows. */
package org.hamtlab.testkit.trace;
