/** What commands show as they go: tables, progress with the time left, and the names of runs. */
package org.hamtlab.experiments.terminal;
