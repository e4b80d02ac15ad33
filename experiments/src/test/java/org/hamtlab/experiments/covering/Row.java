package org.hamtlab.experiments.covering;

import org.hamtlab.config.Treatment;

/**
 * A row of an array.
 *
 * @param number where it stands, which also seeds its histories
 * @param treatment what is checked
 * @param longTest which of {@link RowCheck#LONG} it runs
 */
record Row(int number, Treatment treatment, String longTest) {
  @Override
  public String toString() {
    return number + " " + treatment;
  }
}
