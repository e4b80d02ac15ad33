/**
 * Nodes with entries inline in arrays of exact size. {@code champ}: two bitmaps, entries before
 * children, full nodes as bare arrays; fast persistent updates and small footprint, for a price on
 * mutable ones. {@code clojure-hybrid}: one bitmap, and array nodes of 32 cells once half full;
 * fewer copies of large nodes, for a box around each entry below them and forms that have a
 * history.
 */
package org.hamtlab.layout.champ;
