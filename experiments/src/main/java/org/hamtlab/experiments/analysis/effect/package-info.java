/** What each factor is worth: main effects, interactions, attributions of an ablation. */
package org.hamtlab.experiments.analysis.effect;
