/** Hash mixers. */
module org.hamtlab.hash {
  requires org.hamtlab.api;
}
