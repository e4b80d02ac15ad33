/**
 * The shared-allocator workload: Huffman trees of blocks of input whose nodes come from allocators
 * that several threads share, or do not.
 */
package org.hamtlab.experiments.huffman;
