/**
 * A decorator that refuses chosen requests. Source: SQLite's tests. Trade-off: none, it is for
 * tests.
 */
package org.hamtlab.allocator.faulty;
