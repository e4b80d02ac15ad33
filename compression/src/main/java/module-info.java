/** Path compressions: where entries and branches stand. */
module org.hamtlab.compression {
  requires org.hamtlab.api;

  exports org.hamtlab.compression.boundedpath;
  exports org.hamtlab.compression.lazyexpansion;
  exports org.hamtlab.compression.none;
  exports org.hamtlab.compression.path;

  provides org.hamtlab.spi.PathCompressionProvider with
      org.hamtlab.compression.boundedpath.BoundedPathCompressionProvider,
      org.hamtlab.compression.lazyexpansion.LazyExpansionCompressionProvider,
      org.hamtlab.compression.none.NoneCompressionProvider,
      org.hamtlab.compression.path.FullPathCompressionProvider;
}
