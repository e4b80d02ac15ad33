/** Node layouts. */
module org.hamtlab.layout {
  requires org.hamtlab.api;
}
