/** Raw evidence of claims: observations and bundles in files, and what they say. */
package org.hamtlab.papers.evidence;
