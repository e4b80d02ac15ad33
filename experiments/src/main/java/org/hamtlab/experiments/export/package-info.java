/** The command {@code export}: samples in formats that other programs open. */
package org.hamtlab.experiments.export;
