package org.hamtlab.papers.mojohamt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Papers;
import org.hamtlab.papers.TimedEvidence;
import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each timed claim, judged on times on both sides of its threshold. */
class TimedClaimsTest {
  @TempDir private Path dir;

  /** One cell takes so many nanoseconds, where the others take 100. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          B11 | get-hit | sequential:100000 | compression=none | 160 | SUPPORTED
          B11 | get-hit | sequential:100000 | compression=none | 140 | REFUTED
          C3  | put     | sequential:100000 | slots=65536      | 210 | SUPPORTED
          C3  | put     | sequential:100000 | slots=65536      | 190 | REFUTED
          E3  | put     |                   | slots=65536      | 240 | SUPPORTED
          E3  | put     |                   | slots=65536      | 200 | REFUTED
          E3  |         |                   | slots=65536      | 240 | REFUTED
          E11 | get-hit | sequential:100000 | slots=65536      | 110 | SUPPORTED
          E11 | get-hit | sequential:100000 | slots=65536      | 130 | REFUTED
          """)
  void isJudgedByItsTimes(
      String id, String operation, String keys, String phrase, double nanos, Verdict verdict) {
    Claim claim = Papers.claim(id);
    Evidence evidence =
        TimedEvidence.of(
            claim,
            dir,
            (o, k, p) ->
                isIn(operation, o) && (keys == null || keys.equals(k)) && isIn(phrase, p)
                    ? nanos
                    : 100);

    var judgement = claim.judge(evidence);

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.interval()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"210, 120, SUPPORTED", "190, 120, REFUTED", "210, 105, REFUTED"})
  void judgesTheRoadMapByInliningAndRecycling(double leaves, double without, Verdict verdict) {
    Claim claim = Papers.claim("E10");
    Evidence evidence =
        TimedEvidence.of(
            claim,
            dir,
            (o, k, p) ->
                p.contains("allocator=arena")
                    ? without
                    : p.contains("sealed-class") && p.contains("allocator=gc") ? leaves : 100);

    assertThat(claim.judge(evidence).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"110, 110, SUPPORTED", "110, 140, REFUTED", "70, 110, REFUTED"})
  void judgesTheOrderOfInsertsAtEverySize(double at1k, double at100k, Verdict verdict) {
    Recorder recorder = new Recorder("B7");
    for (int n : new int[] {1_000, 10_000, 100_000}) {
      double shuffled = n == 1_000 ? at1k : n == 100_000 ? at100k : 100;
      insertOrder(recorder, InsertOrderClaim.SEQUENTIAL, n, 100);
      insertOrder(recorder, InsertOrderClaim.SHUFFLED, n, shuffled);
    }

    assertThat(verdict("B7", recorder)).isEqualTo(verdict);
  }

  private static void insertOrder(Recorder recorder, String order, int n, double nanos) {
    String variant = InsertOrderClaim.variant(order, MojoClaim.LARGE_POOL, n);
    times(recorder, InsertOrderClaim.QUANTITY, variant, nanos);
  }

  @ParameterizedTest
  @CsvSource({"140, 140, SUPPORTED", "120, 120, REFUTED", "100, 200, SUPPORTED"})
  void judgesTaggingByTheMeanOfTwoSizes(double at10k, double at100k, Verdict verdict) {
    Recorder recorder = new Recorder("B12");
    for (int n : new int[] {10_000, 100_000}) {
      double objects = n == 10_000 ? at10k : at100k;
      times(recorder, TaggingClaim.LOOK_UP, TaggingClaim.variant("objects", n), objects);
      times(recorder, TaggingClaim.LOOK_UP, TaggingClaim.variant("tagged", n), 100);
    }

    assertThat(verdict("B12", recorder)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"120, 120, SUPPORTED", "120, 100, REFUTED", "100, 120, REFUTED"})
  void judgesThroughputByInsertsAndQueries(double insert, double query, Verdict verdict) {
    Recorder recorder = new Recorder("C7");
    String small = ThroughputClaim.variant(MojoClaim.LARGE_POOL, 10_000);
    String large = ThroughputClaim.variant(MojoClaim.LARGE_POOL, 100_000);
    times(recorder, ThroughputClaim.INSERT, small, 100);
    times(recorder, ThroughputClaim.INSERT, large, insert);
    times(recorder, ThroughputClaim.LOOK_UP, small, 100);
    times(recorder, ThroughputClaim.LOOK_UP, large, query);

    assertThat(verdict("C7", recorder)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"102, SUPPORTED", "108, REFUTED"})
  void judgesTheFreeListByItsPriceWhileUnused(double with, Verdict verdict) {
    assertThat(verdict("B16", freeList(with, 0))).isEqualTo(verdict);
  }

  @Test
  void refusesToJudgeAFreeListThatIsUsed() {
    Recorder recorder = freeList(100, 50);

    assertThatThrownBy(() -> verdict("B16", recorder))
        .hasMessageContaining("frees while inserting (expected none)");
  }

  private static Recorder freeList(double with, long frees) {
    Recorder recorder = new Recorder("B16");
    String counted = Counting.variant(FreeListClaim.ON, MojoClaim.keys(FreeListClaim.KEYS));
    recorder.add("frees", counted, frees, "count");
    times(recorder, FreeListClaim.INSERT, FreeListClaim.WITHOUT, 100);
    times(recorder, FreeListClaim.INSERT, FreeListClaim.TWIN, 100);
    times(recorder, FreeListClaim.INSERT, FreeListClaim.WITH, with);
    return recorder;
  }

  /** A value that differs by one percent from replicate to replicate, unless it is 100. */
  private static void times(Recorder recorder, String quantity, String variant, double nanos) {
    for (int replicate = 0; replicate < 6; replicate++) {
      double noise = nanos == 100 ? 1 : 1 + 0.01 * (replicate % 2);
      recorder.add(quantity, variant, replicate, nanos * noise, "ns");
    }
  }

  private static Verdict verdict(String id, Recorder recorder) {
    return Papers.claim(id).judge(Evidence.of(recorder.observations())).verdict();
  }

  @ParameterizedTest
  @CsvSource({"110, 120, SUPPORTED", "101, 120, REFUTED", "110, 110, REFUTED"})
  void judgesQueryOrderAtBothSizes(double at10k, double at100k, Verdict verdict) {
    Recorder recorder = new Recorder("B6");
    for (int replicate = 0; replicate < 6; replicate++) {
      double drift = 1 + 0.01 * (replicate % 2);
      for (int n : new int[] {10_000, 100_000}) {
        String phrase = MojoClaim.LARGE_POOL;
        String first = QueryOrderClaim.variant("sequential", phrase, n);
        String second = QueryOrderClaim.variant("shuffled", phrase, n);
        recorder.add("look-up", first, replicate, 100, "ns");
        recorder.add("look-up", second, replicate, drift * (n == 10_000 ? at10k : at100k), "ns");
      }
    }

    assertThat(Papers.claim("B6").judge(Evidence.of(recorder.observations())).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"80, SUPPORTED", "90, REFUTED"})
  void judgesPrefetchingByBatches(double batched, Verdict verdict) {
    Recorder recorder = new Recorder("B13");
    String phrase = MojoClaim.IN_WORDS;
    for (int replicate = 0; replicate < 6; replicate++) {
      recorder.add("look-up", "one by one " + phrase, replicate, 100 + replicate % 2, "ns");
      recorder.add("look-up", "in batches " + phrase, replicate, batched, "ns");
    }

    assertThat(Papers.claim("B13").judge(Evidence.of(recorder.observations())).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"400, SUPPORTED", "10, REFUTED"})
  void judgesGrowthByItsShareOfAnInsert(double growth, Verdict verdict) {
    Recorder recorder = new Recorder("C6");
    recorder.add("frees", MojoClaim.LARGE_POOL + " --keys sequential:10000", 613, "count");
    for (int replicate = 0; replicate < 6; replicate++) {
      recorder.add("time", "insert", replicate, 210 + replicate % 2, "ns");
      recorder.add("time", "growth", replicate, growth, "ns");
    }

    assertThat(Papers.claim("C6").judge(Evidence.of(recorder.observations())).verdict())
        .isEqualTo(verdict);
  }

  private static boolean isIn(String part, String whole) {
    return part == null || whole.contains(part);
  }
}
