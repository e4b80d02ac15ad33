package org.hamtlab.assembly;

import java.util.function.Function;
import java.util.function.Supplier;
import org.hamtlab.config.Treatment;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.PathCompression;

/**
 * What an engine makes maps of.
 *
 * @param treatment what the composition is
 * @param mixers answers the mixer of a new family of maps: always the same, unless {@code keyed}
 * @param keyed whether each family has a mixer of its own, with a secret
 * @param generations how many hashes a key has; 1 unless the mixer reads contents
 * @param compression the compression that all maps share
 * @param layouts creates a layout with a memory of its own, for the family whose warnings are given
 * @param arenas creates a layout over an arena, where {@code build} wants one
 */
public record Recipe(
    Treatment treatment,
    Supplier<HashMixer> mixers,
    boolean keyed,
    int generations,
    PathCompression compression,
    Function<Warnings, NodeLayout> layouts,
    Function<Warnings, NodeLayout> arenas) {}
