package org.hamtlab.experiments.peer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hamtlab.experiments.analysis.Forks;

/**
 * One subject beside one peer in one operation.
 *
 * @param op operation, or footprint
 * @param size number of entries
 * @param keys kind of keys
 * @param subject a phrase
 * @param peer a library
 * @param ratio the subject's figure over the peer's, with its interval; {@code null} if one has
 *     none
 * @param own the subject's figure, {@code null} if it has none
 * @param others the peer's figure, {@code null} if it has none
 * @param lacks which side lacks the operation or answers wrongly, {@code null} if none does
 * @param facts more that is known, by field name
 */
record PeerCell(
    String op,
    int size,
    String keys,
    String subject,
    String peer,
    Ratio ratio,
    Double own,
    Double others,
    String lacks,
    Map<String, Object> facts) {

  /** A ratio with its interval, and what it is the mean of; {@code null} for footprints. */
  record Ratio(double value, double low, double high, Forks rounds) {}

  /** The operation of cells that weigh memory. */
  static final String FOOTPRINT = "footprint";

  boolean isFootprint() {
    return op.equals(FOOTPRINT);
  }

  /** The fields as programs read them. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("op", op);
    fields.put("size", size);
    fields.put("keys", keys);
    fields.put("subject", subject);
    fields.put("peer", peer);
    fields.put("ratio", ratio == null ? null : ratio.value());
    fields.put("ciLow", ratio == null ? null : ratio.low());
    fields.put("ciHigh", ratio == null ? null : ratio.high());
    fields.put(isFootprint() ? "bytesSubject" : "nsSubject", own);
    fields.put(isFootprint() ? "bytesPeer" : "nsPeer", others);
    fields.putAll(facts);
    if (lacks != null) {
      fields.put("lacks", lacks);
    }
    return fields;
  }
}
