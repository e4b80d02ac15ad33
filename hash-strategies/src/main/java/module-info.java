/** Hash mixers: how the bits of a hash are spread. */
module org.hamtlab.hash {
  requires org.hamtlab.api;

  exports org.hamtlab.hash.clojuremurmur3;
  exports org.hamtlab.hash.constant;
  exports org.hamtlab.hash.crc32c;
  exports org.hamtlab.hash.fxhash;
  exports org.hamtlab.hash.identity;
  exports org.hamtlab.hash.javaspread;
  exports org.hamtlab.hash.mojoahash;
  exports org.hamtlab.hash.moremur;
  exports org.hamtlab.hash.multiplyshift;
  exports org.hamtlab.hash.murmur3;
  exports org.hamtlab.hash.mx3;
  exports org.hamtlab.hash.prospector;
  exports org.hamtlab.hash.rapidhash;
  exports org.hamtlab.hash.scalaimprove;
  exports org.hamtlab.hash.siphash;
  exports org.hamtlab.hash.splitmix;
  exports org.hamtlab.hash.stafford;
  exports org.hamtlab.hash.supplemental;
  exports org.hamtlab.hash.tabulation;
  exports org.hamtlab.hash.wyhash;
  exports org.hamtlab.hash.xxhash;

  provides org.hamtlab.spi.HashMixerProvider with
      org.hamtlab.hash.clojuremurmur3.ClojureMurmur3MixerProvider,
      org.hamtlab.hash.constant.ConstantMixerProvider,
      org.hamtlab.hash.crc32c.Crc32cMixerProvider,
      org.hamtlab.hash.fxhash.FxHashMixerProvider,
      org.hamtlab.hash.identity.IdentityMixerProvider,
      org.hamtlab.hash.javaspread.JavaSpreadMixerProvider,
      org.hamtlab.hash.mojoahash.MojoAhashMixerProvider,
      org.hamtlab.hash.moremur.MoremurMixerProvider,
      org.hamtlab.hash.multiplyshift.FibonacciMixerProvider,
      org.hamtlab.hash.multiplyshift.MultiplyShiftMixerProvider,
      org.hamtlab.hash.murmur3.Murmur3Fmix32MixerProvider,
      org.hamtlab.hash.murmur3.Murmur3Fmix64MixerProvider,
      org.hamtlab.hash.mx3.Mx3MixerProvider,
      org.hamtlab.hash.prospector.LowBias32MixerProvider,
      org.hamtlab.hash.prospector.Triple32MixerProvider,
      org.hamtlab.hash.rapidhash.RapidhashMumMixerProvider,
      org.hamtlab.hash.scalaimprove.ScalaImproveMixerProvider,
      org.hamtlab.hash.siphash.SipHash13MixerProvider,
      org.hamtlab.hash.siphash.SipHash24MixerProvider,
      org.hamtlab.hash.splitmix.SplitMix64MixerProvider,
      org.hamtlab.hash.stafford.StaffordMix04MixerProvider,
      org.hamtlab.hash.stafford.StaffordMix13MixerProvider,
      org.hamtlab.hash.supplemental.SupplementalMixerProvider,
      org.hamtlab.hash.tabulation.TabulationMixerProvider,
      org.hamtlab.hash.wyhash.WyhashMumMixerProvider,
      org.hamtlab.hash.xxhash.Xxh32AvalancheMixerProvider,
      org.hamtlab.hash.xxhash.Xxh3AvalancheMixerProvider,
      org.hamtlab.hash.xxhash.Xxh64AvalancheMixerProvider;
}
