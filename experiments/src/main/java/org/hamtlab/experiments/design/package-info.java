/**
 * Designs of experiments over numbered factor levels: which combinations are chosen, and which
 * effects a choice cannot tell apart. Nothing here knows what a factor is.
 */
package org.hamtlab.experiments.design;
