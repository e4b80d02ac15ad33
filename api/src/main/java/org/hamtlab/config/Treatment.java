package org.hamtlab.config;

import java.util.List;

/**
 * One value for everything that a phrase can say: a strategy with settings on every axis, and how
 * the map is assembled. {@link #phrase()} is its canonical spelling; equal treatments have equal
 * phrases.
 *
 * @param hash the mixer
 * @param layout the node layout
 * @param allocator the allocator
 * @param compression the path compression
 * @param assembly how the classes are obtained
 * @param build how many entries at once are put in
 * @param reclaim how versions give memory back
 */
public record Treatment(
    Selection hash,
    Selection layout,
    Selection allocator,
    Selection compression,
    AssemblyMode assembly,
    BuildMode build,
    Reclaim reclaim) {

  /** A treatment with the usual way to build and to reclaim. */
  public Treatment(
      Selection hash,
      Selection layout,
      Selection allocator,
      Selection compression,
      AssemblyMode assembly) {
    this(hash, layout, allocator, compression, assembly, BuildMode.BOTTOM_UP, Reclaim.EVACUATE);
  }

  /** The selection on an axis. */
  public Selection on(Axis axis) {
    return switch (axis) {
      case HASH -> hash;
      case LAYOUT -> layout;
      case ALLOCATOR -> allocator;
      case COMPRESSION -> compression;
    };
  }

  /** This treatment with another selection on one axis. */
  public Treatment with(Axis axis, Selection selection) {
    return new Treatment(
        axis == Axis.HASH ? selection : hash,
        axis == Axis.LAYOUT ? selection : layout,
        axis == Axis.ALLOCATOR ? selection : allocator,
        axis == Axis.COMPRESSION ? selection : compression,
        assembly,
        build,
        reclaim);
  }

  /** This treatment assembled in another way. */
  public Treatment with(AssemblyMode mode) {
    return new Treatment(hash, layout, allocator, compression, mode, build, reclaim);
  }

  /** This treatment built and reclaimed in another way. */
  public Treatment with(BuildMode otherBuild, Reclaim otherReclaim) {
    return new Treatment(hash, layout, allocator, compression, assembly, otherBuild, otherReclaim);
  }

  /** The canonical phrase: every axis and every parameter spelled, defaults included. */
  public String phrase() {
    StringBuilder phrase = new StringBuilder();
    for (Axis axis : List.of(Axis.values())) {
      phrase.append(axis.key()).append('=').append(on(axis)).append(' ');
    }
    return phrase
        .append("assembly=")
        .append(assembly)
        .append(" build=")
        .append(build)
        .append(" reclaim=")
        .append(reclaim)
        .toString();
  }

  @Override
  public String toString() {
    return phrase();
  }
}
