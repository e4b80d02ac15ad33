/** The trie, written once: lookup, insertion, removal, iteration, statistics. Not exported. */
package org.hamtlab.engine;
