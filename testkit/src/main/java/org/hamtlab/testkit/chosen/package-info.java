/**
 * A mixer that lets the test choose all 64 bits of a hash. Source: hamtlab. Trade-off: none, it is
 * for tests.
 */
package org.hamtlab.testkit.chosen;
