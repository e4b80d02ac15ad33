package org.hamtlab.papers.gpce2014;

import java.util.List;
import org.hamtlab.papers.Paper;

/** A class for each small number of slots. */
public final class GpcePaper {
  private GpcePaper() {}

  /** The paper with its claims. */
  public static Paper paper() {
    return new Paper(
        "gpce2014",
        "A class for each small number of slots",
        "Steindorfer and Vinju, Code Specialization for Memory Efficient Hash Tries, GPCE 2014, doi:10.1145/2658761.2658763",
        "Nodes with few slots become classes with fields in place of arrays. Re-tested as sealed-class with and without classes by arity.",
        List.of(new PerArityClaim()));
  }
}
