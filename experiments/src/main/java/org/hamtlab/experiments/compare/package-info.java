/** The command {@code compare}: the ratios of two bundles side by side, and nothing beyond them. */
package org.hamtlab.experiments.compare;
