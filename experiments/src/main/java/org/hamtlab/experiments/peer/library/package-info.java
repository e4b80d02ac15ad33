/**
 * One adapter a library, which makes its map comparable. Each class says in its comment which of
 * the library's calls stand for the operations; where several would do, it is the one that the
 * library recommends.
 */
package org.hamtlab.experiments.peer.library;
