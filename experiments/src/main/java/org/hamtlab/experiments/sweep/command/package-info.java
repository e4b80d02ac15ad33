/**
 * The commands {@code sweep}, {@code resume}, {@code ablate} and {@code report}: what they ask for,
 * where it runs, and what they print before and after.
 */
package org.hamtlab.experiments.sweep.command;
