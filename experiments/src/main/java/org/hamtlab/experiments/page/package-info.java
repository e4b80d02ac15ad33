/** What all pages share, whichever command writes them. */
package org.hamtlab.experiments.page;
