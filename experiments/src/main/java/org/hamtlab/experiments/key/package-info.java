/** Keys of experiments: what a KEYS phrase says, and the keys that it stands for. */
package org.hamtlab.experiments.key;
