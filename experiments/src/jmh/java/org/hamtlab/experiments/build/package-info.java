/** What the ways to build a map of many entries cost: {@code ./hamt bench building}. */
package org.hamtlab.experiments.build;
