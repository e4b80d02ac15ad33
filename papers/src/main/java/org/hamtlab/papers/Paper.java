package org.hamtlab.papers;

import java.util.List;

/**
 * A write-up or paper whose claims are re-tested; one package each.
 *
 * @param id of its page and on the command line, such as {@code mojo-hamt}
 * @param title its title, or what it is about
 * @param source where it was published
 * @param summary what it claims and how we re-test it, a few sentences
 * @param claims its claims in the order of the ledger
 */
public record Paper(String id, String title, String source, String summary, List<Claim> claims) {

  /** Copies. */
  public Paper {
    claims = List.copyOf(claims);
  }
}
