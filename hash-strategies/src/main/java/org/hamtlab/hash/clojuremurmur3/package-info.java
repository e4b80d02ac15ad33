/**
 * The hash of numbers in Clojure. Source: clojure/clojure, src/jvm/clojure/lang/Murmur3.java.
 * Trade-off: twice the work of the finaliser that it ends with; zero stays zero by a test of its
 * own, so one other hash collides with it.
 */
package org.hamtlab.hash.clojuremurmur3;
