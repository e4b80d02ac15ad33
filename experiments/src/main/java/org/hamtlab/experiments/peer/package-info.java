/**
 * {@code hamt peers}: compositions beside the maps of other libraries, on equal terms.
 *
 * <p>An adapter makes a map comparable, the gate proves that it answers like {@link
 * java.util.HashMap}, forks time all of them interleaved in one JVM.
 */
package org.hamtlab.experiments.peer;
