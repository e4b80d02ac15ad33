package org.hamtlab.assembly;

import java.util.function.Function;
import org.hamtlab.config.Treatment;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.PathCompression;

/**
 * What an engine makes maps of.
 *
 * @param treatment what the composition is
 * @param mixer the mixer that all maps share
 * @param compression the compression that all maps share
 * @param layouts creates a layout with a memory of its own, for the family whose warnings are given
 * @param arenas creates a layout over an arena, where {@code build} wants one
 */
public record Recipe(
    Treatment treatment,
    HashMixer mixer,
    PathCompression compression,
    Function<Warnings, NodeLayout> layouts,
    Function<Warnings, NodeLayout> arenas) {}
