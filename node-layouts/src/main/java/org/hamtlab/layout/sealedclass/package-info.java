/**
 * Nodes as objects of a sealed class hierarchy.
 *
 * <p>Purpose: the layout that a Java programmer would write, with every node an object and every
 * dispatch a type test. Source: hamtlab; the child array with a capacity of its own is that of
 * mojo-hamt. Trade-off: simple, safe and collected by the JVM, at two objects and two dependent
 * loads a level.
 */
package org.hamtlab.layout.sealedclass;
