/** Nothing comes back. Source: hamtlab, bad control. Trade-off: none, instruments must catch it. */
package org.hamtlab.allocator.leaking;
