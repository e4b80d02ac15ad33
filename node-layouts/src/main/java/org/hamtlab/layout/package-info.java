/** What the layouts have in common: the parameters by which hashes are cut and arrays are sized. */
package org.hamtlab.layout;
