package org.hamtlab.experiments.composition.broken;

import java.util.List;
import org.hamtlab.config.Settings;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;

/** Provides a compression that decides what it must not. */
public final class BrokenCompressionProvider extends BrokenProvider
    implements PathCompressionProvider {
  /** Creates the provider. */
  public BrokenCompressionProvider() {
    super("test.compression", List.of("expands-too-deep", "skips-too-far"));
  }

  @Override
  public PathCompression create(Settings settings) {
    return new Broken(how(settings));
  }

  private record Broken(String how) implements PathCompression {
    @Override
    public int expand(int level, int lastLevel) {
      return how.equals("expands-too-deep") ? lastLevel + 1 : level;
    }

    @Override
    public int collapse(int run) {
      return how.equals("skips-too-far") ? run + 1 : 0;
    }

    @Override
    public boolean restores() {
      return true;
    }
  }
}
