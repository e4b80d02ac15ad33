/** Statistics of a real trie, and the oracle that predicts them. */
package org.hamtlab.shape;
