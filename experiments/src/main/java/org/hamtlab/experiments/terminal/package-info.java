/** What commands print as they go: tables in aligned columns, and progress with the time left. */
package org.hamtlab.experiments.terminal;
