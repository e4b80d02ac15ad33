/** Pages about papers: offline HTML, with figures drawn from the raw files. */
package org.hamtlab.papers.page;
