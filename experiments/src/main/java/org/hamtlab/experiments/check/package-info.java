/** Runs the contracts of the testkit over the strategies of third-party jars. */
package org.hamtlab.experiments.check;
