/** JMH benchmarks: the only code that is timed. {@code hamt bench} runs them alone. */
package org.hamtlab.experiments.bench;
