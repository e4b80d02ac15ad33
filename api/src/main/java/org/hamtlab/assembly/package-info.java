/** Assembles a map from a treatment: one copy of engine and strategies per composition. */
package org.hamtlab.assembly;
