/** Pages opened as a reader would open them; other modules find it in the test jar. */
package org.hamtlab.experiments.browser;
