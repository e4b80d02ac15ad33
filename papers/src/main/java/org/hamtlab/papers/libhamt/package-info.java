/** The claims of libhamt, the C reference. */
package org.hamtlab.papers.libhamt;
