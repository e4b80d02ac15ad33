/** Composed hash array mapped tries: maps, the strategy interfaces, and their assembly. */
module org.hamtlab.api {
  exports org.hamtlab.map;
  exports org.hamtlab.spi;
  exports org.hamtlab.config;
  exports org.hamtlab.registry;
  exports org.hamtlab.assembly;
  exports org.hamtlab.shape;
  exports org.hamtlab.memory;

  uses org.hamtlab.spi.HashMixerProvider;
  uses org.hamtlab.spi.NodeLayoutProvider;
  uses org.hamtlab.spi.AllocatorProvider;
  uses org.hamtlab.spi.PathCompressionProvider;
}
