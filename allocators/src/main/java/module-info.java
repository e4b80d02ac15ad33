/** Allocators and their decorators. */
module org.hamtlab.allocator {
  requires org.hamtlab.api;
}
