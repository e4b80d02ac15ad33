/** The claims of the paper on code specialisation for hash tries (GPCE 2014). */
package org.hamtlab.papers.gpce2014;
