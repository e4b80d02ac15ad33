/** The command line: its entry point and the commands that need no sweep. */
package org.hamtlab.experiments.cli;
