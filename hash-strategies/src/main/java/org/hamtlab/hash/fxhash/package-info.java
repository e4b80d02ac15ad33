/**
 * The hash of rustc and Firefox for one word. Source: rust-lang/rustc-hash, src/lib.rs. Trade-off:
 * one multiplication, whose low bits are bad; {@code hash-bits=64} with {@code
 * bit-order=high-first} takes its good ones.
 */
package org.hamtlab.hash.fxhash;
