/** The claims of the mojo-hamt write-ups (seeds 001, 002 and 004). */
package org.hamtlab.papers.mojohamt;
