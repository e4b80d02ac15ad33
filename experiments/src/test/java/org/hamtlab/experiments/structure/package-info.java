/** Compares the structure of our tries, node by node, with that of the systems they rebuild. */
package org.hamtlab.experiments.structure;
