package org.hamtlab.testkit.trace;

import org.hamtlab.spi.Telemetry;

/**
 * What a replay showed.
 *
 * @param trace its name
 * @param telemetry the allocator's counters at the end
 * @param reuses requests granted at an address that a freed block had
 * @param reuseDistanceP50 median number of requests between that free and the grant
 * @param reuseDistanceMax the largest
 * @param reservedHighWater most slots reserved, seen at every request
 */
public record TraceResult(
    String trace,
    Telemetry telemetry,
    long reuses,
    long reuseDistanceP50,
    long reuseDistanceMax,
    long reservedHighWater) {}
