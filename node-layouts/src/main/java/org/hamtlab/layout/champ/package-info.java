/**
 * Nodes of CHAMP: two bitmaps and one array with entries inline and children behind them; full
 * nodes are bare arrays. Fast persistent updates and small footprint, for a price on mutable ones,
 * since arrays have exact size.
 */
package org.hamtlab.layout.champ;
