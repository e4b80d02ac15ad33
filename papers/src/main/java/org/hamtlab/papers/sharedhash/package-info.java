/** The claims of the write-up about per-thread pools in sharedhash (seed 003). */
package org.hamtlab.papers.sharedhash;
