/** The hash battery: what a mixer does to keys, as p-values under an ideal random function. */
package org.hamtlab.experiments.battery;
