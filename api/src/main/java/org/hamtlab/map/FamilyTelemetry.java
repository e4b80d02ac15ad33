package org.hamtlab.map;

/**
 * Counters of a family of versions.
 *
 * @param slotsGranted slots that the store of the newest version granted since its last evacuation;
 *     0 where the JVM collects nodes one by one
 * @param slotsLive estimate of the slots that one version needs
 * @param memoryBytes bytes that the store occupies, dead nodes and slack included, node objects
 *     excluded; 0 where the JVM collects nodes one by one
 * @param evacuations how often a version was re-homed to a fresh store
 * @param evacuationsDeferred evacuations that failed for lack of memory and were put off
 * @param slotsCopied slots that evacuations copied
 */
public record FamilyTelemetry(
    long slotsGranted,
    long slotsLive,
    long memoryBytes,
    long evacuations,
    long evacuationsDeferred,
    long slotsCopied) {}
