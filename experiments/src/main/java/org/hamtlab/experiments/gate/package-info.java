/** Whether a map answers like {@link java.util.HashMap}: asked before it is timed. */
package org.hamtlab.experiments.gate;
