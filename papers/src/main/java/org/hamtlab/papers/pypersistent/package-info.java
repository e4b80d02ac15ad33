/** The claims of the write-up about an arena for bulk building in pypersistent (seed 000). */
package org.hamtlab.papers.pypersistent;
