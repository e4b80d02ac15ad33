/** All that a user of a map needs: the composed maps and how to obtain them. */
package org.hamtlab.map;
