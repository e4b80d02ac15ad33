/** Path compressions. */
module org.hamtlab.compression {
  requires org.hamtlab.api;
}
