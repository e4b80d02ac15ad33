/**
 * Races between threads that use one family of versions. A test passes if only the outcomes that it
 * declares are seen.
 */
package org.hamtlab.stress;
