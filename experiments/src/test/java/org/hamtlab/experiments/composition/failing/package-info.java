/** A plug-in with faults, in a package tree of its own so that it can be copied. */
package org.hamtlab.experiments.composition.failing;
