/**
 * Nodes as objects of a sealed class hierarchy.
 *
 * <p>Purpose: the layout that a Java programmer would write, with every node an object and every
 * dispatch a type test. Source: hamtlab; the child array with a capacity of its own is that of
 * mojo-hamt. Trade-off: simple, safe and collected by the JVM, at two objects and two dependent
 * loads a level.
 *
 * <p>{@code sealed-class} numbers the slots in use by a bitmap; {@code dense} has one for every
 * fragment: no bits to count, at many times the space. {@code sealed-class} has four forms: entries
 * are objects or stand inline, and slots are granted or fields of a class for their number.
 */
package org.hamtlab.layout.sealedclass;
