/**
 * The bundle on disk: what a sweep planned, saw and concluded. {@code docs/bundle.md} lists every
 * file and field; component names of the records here are the field names there.
 */
package org.hamtlab.experiments.store;
