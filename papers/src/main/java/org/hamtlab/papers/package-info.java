/** Write-ups and papers: one package each, one class per claim. */
package org.hamtlab.papers;
