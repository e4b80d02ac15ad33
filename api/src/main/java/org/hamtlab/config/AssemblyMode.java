package org.hamtlab.config;

/** How a map's classes are obtained. */
public enum AssemblyMode {
  /** A copy of engine and strategy classes for each composition: no call is shared. */
  FUSED("fused"),
  /** One set of classes for all compositions, with plain interface calls. */
  SHARED("shared");

  private final String key;

  AssemblyMode(String key) {
    this.key = key;
  }

  /** The word in a phrase. */
  public String key() {
    return key;
  }

  @Override
  public String toString() {
    return key;
  }
}
