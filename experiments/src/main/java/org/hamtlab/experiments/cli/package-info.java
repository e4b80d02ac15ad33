/**
 * The command line: its entry point, the list of commands, and those that need no room of their
 * own. It sees every other package; none of them imports it.
 */
package org.hamtlab.experiments.cli;
