package org.hamtlab.experiments.analysis.effect;

/**
 * A main effect or a two-factor interaction with its test.
 *
 * @param factor the factor
 * @param other the other factor of an interaction; empty for a main effect
 * @param degrees degrees of freedom that the design leaves it; 0 if it cannot be estimated
 * @param squares its sum of squares
 * @param f ratio of mean squares; 0 without degrees of freedom
 * @param p p-value; 1 without degrees of freedom
 * @param etaSquared its share of the variance, blocks excluded
 * @param omegaSquared the same, noise excluded
 * @param size standard deviation of the effect over observations, as a logarithm
 */
public record Term(
    String factor,
    String other,
    int degrees,
    double squares,
    double f,
    double p,
    double etaSquared,
    double omegaSquared,
    double size) {

  /** Name in outputs. */
  public String name() {
    return other.isEmpty() ? factor : factor + " × " + other;
  }
}
