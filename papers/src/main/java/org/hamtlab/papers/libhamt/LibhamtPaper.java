package org.hamtlab.papers.libhamt;

import java.util.List;
import org.hamtlab.papers.Paper;

/** libhamt: when hash bits are exhausted. */
public final class LibhamtPaper {
  private LibhamtPaper() {}

  /** The paper with its claims. */
  public static Paper paper() {
    return new Paper(
        "libhamt",
        "libhamt: when hash bits are exhausted",
        "mkirchner/hamt, pull request 32 and src/hamt.c",
        "A hash is computed anew, with the next generation, when its thirty bits are used up. Both rules that the code has for the generation are rebuilt as a model, beside one that has a single rule.",
        List.of(new ExhaustionClaim()));
  }
}
