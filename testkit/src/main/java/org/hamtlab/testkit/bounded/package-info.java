/**
 * A compression that bounds what it compresses. Source: hamtlab. Trade-off: none, it is for tests.
 */
package org.hamtlab.testkit.bounded;
