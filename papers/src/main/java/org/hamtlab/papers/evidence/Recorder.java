package org.hamtlab.papers.evidence;

import java.util.ArrayList;
import java.util.List;

/** Collects the observations of one claim while it is measured. */
public final class Recorder {
  private final String claim;
  private final List<Observation> observations = new ArrayList<>();

  /** Creates a recorder for the claim of an id. */
  public Recorder(String claim) {
    this.claim = claim;
  }

  /** Records a value that cannot vary. */
  public void add(String quantity, String variant, double value, String unit) {
    add(quantity, variant, 0, value, unit);
  }

  /** Records the value of one replicate. */
  public void add(String quantity, String variant, int replicate, double value, String unit) {
    observations.add(new Observation(claim, quantity, variant, replicate, value, unit));
  }

  /** Takes over what was recorded elsewhere. */
  public void addAll(List<Observation> others) {
    observations.addAll(others);
  }

  /** What was recorded, in order. */
  public List<Observation> observations() {
    return List.copyOf(observations);
  }
}
