/** The claims of the paper on compressed hash-array mapped prefix trees (CHAMP, OOPSLA 2015). */
package org.hamtlab.papers.champ;
