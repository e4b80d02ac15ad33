/**
 * Virtual machines of the runner's own: what runs inside them, and who watches over them.
 *
 * <p>A probe gates and counts one treatment; a fork times one. Neither can harm the sweep: it may
 * run out of memory, crash or hang, and is then recorded as failed.
 */
package org.hamtlab.experiments.fork;
