package org.hamtlab.experiments.export;

import java.util.Collection;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/** Scores that were measured before, as JMH's result of average time. */
final class NanosResult extends Result<NanosResult> {
  private static final long serialVersionUID = 1L;
  private static final String UNIT = "ns/op";

  NanosResult(String label, double nanos) {
    this(label, of(nanos));
  }

  private NanosResult(String label, Statistics scores) {
    super(ResultRole.PRIMARY, label, scores, UNIT, AggregationPolicy.AVG);
  }

  @Override
  protected Aggregator<NanosResult> getThreadAggregator() {
    return NanosResult::together;
  }

  @Override
  protected Aggregator<NanosResult> getIterationAggregator() {
    return NanosResult::together;
  }

  private static NanosResult together(Collection<NanosResult> results) {
    ListStatistics scores = new ListStatistics();
    results.forEach(result -> scores.addValue(result.getScore()));
    return new NanosResult(results.iterator().next().getLabel(), scores);
  }
}
