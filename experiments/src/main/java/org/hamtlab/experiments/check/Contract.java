package org.hamtlab.experiments.check;

import org.hamtlab.testkit.AllocatorContract;
import org.hamtlab.testkit.HashMixerContract;
import org.hamtlab.testkit.MapContract;
import org.hamtlab.testkit.NodeLayoutContract;
import org.hamtlab.testkit.PathCompressionContract;
import org.hamtlab.testkit.VersionContract;

/** A contract of the testkit, and the class that puts a subject under it. */
enum Contract {
  HASH("hash", HashMixerContract.class, Conformance.Mixer.class),
  LAYOUT("layout", NodeLayoutContract.class, Conformance.Layout.class),
  ALLOCATOR("allocator", AllocatorContract.class, Conformance.AllocatorOfAxis.class),
  COMPRESSION("compression", PathCompressionContract.class, Conformance.Compression.class),
  MAP("map", MapContract.class, Conformance.MapOfTreatment.class),
  VERSION("version", VersionContract.class, Conformance.VersionOfTreatment.class);

  private final String key;
  private final Class<?> published;
  private final Class<?> conformance;

  Contract(String key, Class<?> published, Class<?> conformance) {
    this.key = key;
    this.published = published;
    this.conformance = conformance;
  }

  /** The name in tables. */
  String key() {
    return key;
  }

  /** The contract that a third party extends. */
  Class<?> published() {
    return published;
  }

  /** The class that the launcher runs. */
  Class<?> conformance() {
    return conformance;
  }
}
