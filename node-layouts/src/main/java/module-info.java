/** Node layouts: how the nodes of a trie stand in memory. */
module org.hamtlab.layout {
  requires org.hamtlab.api;

  exports org.hamtlab.layout;
  exports org.hamtlab.layout.champ;
  exports org.hamtlab.layout.sealedclass;
  exports org.hamtlab.layout.taggedint;

  provides org.hamtlab.spi.NodeLayoutProvider with
      org.hamtlab.layout.champ.ChampLayoutProvider,
      org.hamtlab.layout.champ.HybridLayoutProvider,
      org.hamtlab.layout.sealedclass.DenseLayoutProvider,
      org.hamtlab.layout.sealedclass.SealedClassLayoutProvider,
      org.hamtlab.layout.taggedint.ChampWordsLayoutProvider,
      org.hamtlab.layout.taggedint.TaggedIntLayoutProvider;
}
