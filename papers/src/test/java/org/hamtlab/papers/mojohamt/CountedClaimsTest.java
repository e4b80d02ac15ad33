package org.hamtlab.papers.mojohamt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Papers;
import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Observation;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.testkit.trace.AllocationTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each claim that is counted or computed: what is true, and what one other number makes of it. */
class CountedClaimsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          B1  | SUPPORTED | 687212 internal nodes, 787211 child pointers, 1.145514048066681
          B2  | REFUTED   | 687,212 nodes where a perfect hash gives 686,996 ± 104: 1.00031 times
          B3  | REFUTED   | at most 1.16 children per node as published, 6.87 with lazy expansion
          B4  | REFUTED   | 22.0 MB of nodes, which the sum counts, and 23.7 MB of child slots
          B5  | REFUTED   | lazy expansion alone removes 97.2 %, path compression beyond it 0.03 %
          B8  | REFUTED   | the same file's table says 399 and 406 ns, 7.1 and 7.3 times libhamt's
          B15 | SUPPORTED | 0 fallbacks, 699131 allocations, 2965784 slots, 70.7 %
          C1  | SUPPORTED | 4525 % utilisation, 683500 fallbacks, 98 %
          C2  | SUPPORTED | the first fallback comes with entry 144,783
          C4  | REFUTED   | ratios 6.11 for inserts (+511 %) and 5.13 for queries (+413 %)
          E1  | SUPPORTED | 51.7 % and 0 %, 465 % and 79 %, 2285 % and 96 %, 4525 % and 98 %
          E2  | SUPPORTED | slots per entry: 33.88 at 1,000, 30.50 at 10,000, 29.66 at 100,000
          E5  | REFUTED   | 102.5 ms of fallbacks in a run of 89.8 ms are 114 % of it
          E7  | REFUTED   | the table says 79 %, and counting gives 58,575 of 74,206
          E8  | REFUTED   | from 7.956 at 1,000 to 6.872 at 100,000 entries
          E9  | SUPPORTED | 29.3 % of the pool is free
          """)
  void saysWhatCountingGives(String id, Verdict verdict, String measured) {
    Judgement judgement = judged(id, "", 0);

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.measured()).contains(measured);
    assertThat(judgement.interval()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          B1  | REFUTED   | childPointers@mojo-hamt                        | 787210
          B2  | SUPPORTED | internalNodes@mojo-hamt hash=mojo-ahash        | 760000
          B3  | SUPPORTED | oracle childrenPerNode@mojo-hamt n=1000        | 16
          B4  | SUPPORTED | slotsRequested@mojo-hamt                       | 1000
          B5  | SUPPORTED | internalNodes@mojo-hamt hash=murmur3-fmix64    | 300000
          B8  | SUPPORTED | publishedtable: insert 100K sequential         | 150
          B15 | REFUTED   | fallbacks@mojo-hamt                            | 1
          C1  | REFUTED   | fallbacks@mojo-hamt                            | 683501
          C2  | REFUTED   | firstFallbackAt@mojo-hamt                      | 130000
          C4  | SUPPORTED | publishedquery                                 | C4
          E1  | REFUTED   | fallbacks@mojo-hamt --keys sequential:1000     | 100
          E2  | REFUTED   | slotsRequested@mojo-hamt --keys sequential:10000 | 310000
          E5  | SUPPORTED | publishedcost of a fallback                    | 100
          E7  | SUPPORTED | publishedrate in the table                     | 2
          E8  | SUPPORTED | internalNodes@mojo-hamt --keys sequential:100000 | 1600000
          E9  | REFUTED   | slotsRequested@mojo-hamt                       | 3100000
          """)
  void changesItsMindWithTheEvidence(String id, Verdict verdict, String which, String value) {
    Judgement judgement = id.equals("C4") ? c4() : judged(id, which, Double.parseDouble(value));

    assertThat(judgement.verdict()).isEqualTo(verdict);
  }

  /** The published child arrays, one header a node, and the arrays that were outgrown. */
  @Test
  void replaysTheRequestsThatAreCounted() {
    AllocationTrace trace = FallbackCostClaim.trace();

    assertThat(trace.requests()).isEqualTo(699_131 + 687_212);
    assertThat(trace.length() - trace.requests()).isEqualTo(699_131 - 687_212);
  }

  @Test
  void showsWhatPartOfAnInsertRequestsAre() {
    Claim claim = Papers.claim("E5");
    Recorder recorder = new Recorder("E5");
    claim.measure(recorder);
    for (int replicate = 0; replicate < 3; replicate++) {
      recorder.add(FallbackCostClaim.REQUEST, PoolTreatments.SMALL, replicate, 50, "ns");
      recorder.add(FallbackCostClaim.REQUEST, PoolTreatments.LARGE, replicate, 10, "ns");
      recorder.add(FallbackCostClaim.INSERT, PoolTreatments.SMALL, replicate, 1_000, "ns");
    }

    String shown = claim.cause(Evidence.of(recorder.observations())).getLast().html();

    assertThat(shown).contains("1,386,343", "5.00 [5.00, 5.00]", "0.693 [0.693, 0.693]");
  }

  /** Evidence as it is counted, except for the values whose name begins like this. */
  private static Judgement judged(String id, String which, double value) {
    Claim claim = Papers.claim(id);
    Recorder recorder = new Recorder(id);
    claim.measure(recorder);
    List<Observation> changed =
        recorder.observations().stream()
            .map(o ->
                !which.isEmpty()
                        && (o.quantity() + o.variant()).startsWith(which)
                        && isExact(o, which)
                    ? new Observation(id, o.quantity(), o.variant(), 0, value, o.unit())
                    : o)
            .toList();
    if (!which.isEmpty()) {
      assertThat(changed).as("a value that is changed").isNotEqualTo(recorder.observations());
    }
    return claim.judge(Evidence.of(changed));
  }

  /** {@code sequential:1000} is no part of {@code sequential:10000}. */
  private static boolean isExact(Observation observation, String which) {
    String name = observation.quantity() + observation.variant();
    return name.length() == which.length()
        || !Character.isDigit(which.charAt(which.length() - 1))
        || !Character.isDigit(name.charAt(which.length()));
  }

  /** Both ratios have to be 6 at once. */
  private static Judgement c4() {
    Recorder recorder = new Recorder("C4");
    recorder.add("published", "insert before", 600, "ns");
    recorder.add("published", "insert after", 100, "ns");
    recorder.add("published", "query before", 590, "ns");
    recorder.add("published", "query after", 100, "ns");
    recorder.add("published", "insert gain", 500, "%");
    recorder.add("published", "query gain", 490, "%");
    recorder.add("published", "times", 6, "ratio");
    return new OverallGainClaim().judge(Evidence.of(recorder.observations()));
  }
}
