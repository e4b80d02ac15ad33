/** The commands {@code sweep}, {@code resume} and {@code report}, and the stages they run. */
package org.hamtlab.experiments.sweep;
