/** Contracts that every strategy and every composed map must keep; ordinary published code. */
module org.hamtlab.testkit {
  requires transitive org.hamtlab.api;
  requires jdk.management;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;

  exports org.hamtlab.testkit;
  exports org.hamtlab.testkit.bounded;
  exports org.hamtlab.testkit.chosen;
  exports org.hamtlab.testkit.keyed;
  exports org.hamtlab.testkit.trace;
}
