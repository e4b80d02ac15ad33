/** An effect of known size on real forks: does the method find it, and cover it? */
package org.hamtlab.experiments.honesty;
