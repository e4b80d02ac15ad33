/**
 * What java.util.HashMap did before Java 8. Source: OpenJDK 6, java.util.HashMap. Trade-off: shifts
 * alone, so linear: differences of hashes stay fixed.
 */
package org.hamtlab.hash.supplemental;
