/** Contracts that every strategy and map is held to. */
module org.hamtlab.testkit {
  requires org.hamtlab.api;
}
