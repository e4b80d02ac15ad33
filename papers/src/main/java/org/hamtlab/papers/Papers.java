package org.hamtlab.papers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.papers.champ.ChampPaper;
import org.hamtlab.papers.gpce2014.GpcePaper;
import org.hamtlab.papers.hashtriemap.HashTrieMapPaper;
import org.hamtlab.papers.libhamt.LibhamtPaper;
import org.hamtlab.papers.mojohamt.MojoHamtPaper;
import org.hamtlab.papers.pypersistent.PypersistentPaper;
import org.hamtlab.papers.sharedhash.SharedHashPaper;

/** The ledger: every paper and claim that is re-tested, in order. A new paper is added here. */
public final class Papers {
  private static final List<Paper> ALL =
      List.of(
          PypersistentPaper.paper(),
          MojoHamtPaper.paper(),
          SharedHashPaper.paper(),
          ChampPaper.paper(),
          GpcePaper.paper(),
          HashTrieMapPaper.paper(),
          LibhamtPaper.paper());

  private Papers() {}

  /** All papers. */
  public static List<Paper> all() {
    return ALL;
  }

  /** All claims. */
  public static List<Claim> claims() {
    return all().stream().flatMap(paper -> paper.claims().stream()).toList();
  }

  /** The claim with an id, in upper or lower case. */
  public static Claim claim(String id) {
    return select(List.of(id)).getFirst();
  }

  /** The claims that ids of claims and papers name; all without ids. */
  public static List<Claim> select(List<String> ids) {
    if (ids.isEmpty()) {
      return claims();
    }
    return ids.stream().flatMap(Papers::named).distinct().toList();
  }

  private static Stream<Claim> named(String id) {
    List<Claim> found =
        all().stream()
            .flatMap(paper ->
                paper.id().equals(id.toLowerCase(Locale.ROOT))
                    ? paper.claims().stream()
                    : paper.claims().stream()
                        .filter(claim -> claim.terms().id().equalsIgnoreCase(id)))
            .toList();
    if (found.isEmpty()) {
      throw new ConfigurationException(
          "claim: '"
              + id
              + "' is not in the ledger. Claims: "
              + claims().stream().map(claim -> claim.terms().id()).collect(Collectors.joining(", "))
              + ". Papers: "
              + all().stream().map(Paper::id).collect(Collectors.joining(", "))
              + ".");
    }
    return found.stream();
  }
}
