/** Hash mixers: how the bits of a hash are spread. */
module org.hamtlab.hash {
  requires org.hamtlab.api;

  exports org.hamtlab.hash.constant;
  exports org.hamtlab.hash.identity;
  exports org.hamtlab.hash.javaspread;
  exports org.hamtlab.hash.mojoahash;
  exports org.hamtlab.hash.murmur3;
  exports org.hamtlab.hash.stafford;

  provides org.hamtlab.spi.HashMixerProvider with
      org.hamtlab.hash.constant.ConstantMixerProvider,
      org.hamtlab.hash.identity.IdentityMixerProvider,
      org.hamtlab.hash.javaspread.JavaSpreadMixerProvider,
      org.hamtlab.hash.mojoahash.MojoAhashMixerProvider,
      org.hamtlab.hash.murmur3.Murmur3Fmix32MixerProvider,
      org.hamtlab.hash.stafford.StaffordMix13MixerProvider;
}
