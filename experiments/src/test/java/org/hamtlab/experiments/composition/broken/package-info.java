/** Strategies as a third party might write them, each with a fault: what must be noticed. */
package org.hamtlab.experiments.composition.broken;
