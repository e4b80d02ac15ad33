/**
 * Every entry stands at the last level. Purpose: the control that shows what the other rules save.
 * Source: the expansion rule of mojo-hamt. Trade-off: one branch a level for every entry.
 */
package org.hamtlab.compression.none;
