/**
 * An allocator that fails when a test wants it to. Source: hamtlab. Trade-off: none, it is for
 * tests.
 */
package org.hamtlab.testkit.faulty;
