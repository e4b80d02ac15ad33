/**
 * A mixer with a secret for each family of maps. Source: hamtlab. Trade-off: none, it is for tests.
 */
package org.hamtlab.testkit.keyed;
