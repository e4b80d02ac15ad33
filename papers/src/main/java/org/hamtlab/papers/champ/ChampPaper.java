package org.hamtlab.papers.champ;

import java.util.List;
import org.hamtlab.papers.Paper;

/** CHAMP: iteration, equality and footprint. */
public final class ChampPaper {
  private ChampPaper() {}

  /** The paper with its claims. */
  public static Paper paper() {
    return new Paper(
        "champ",
        "CHAMP: iteration, equality and footprint",
        "Steindorfer and Vinju, Optimizing Hash-Array Mapped Tries, OOPSLA 2015, doi:10.1145/2814270.2814312",
        "Nodes with two bitmaps and one exact array. Re-tested as @champ beside the maps of Clojure and of Scala 2.13, whose map has become a CHAMP since.",
        List.of(new ChampClaim()));
  }
}
