/**
 * What Scala's immutable maps do. Source: scala-library, scala.collection.Hashing. Trade-off: no
 * multiplication instruction, and hardly any avalanche towards the low bits.
 */
package org.hamtlab.hash.scalaimprove;
