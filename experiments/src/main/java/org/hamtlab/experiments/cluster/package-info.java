/**
 * A sweep on a Slurm cluster: the same plan, one complete randomised block an array task.
 *
 * <p>Treatments are always compared within a host, because a block runs on one node. A task writes
 * a shard, a folder of the bundle that is renamed when it is whole; the runner that submitted the
 * jobs merges shards into the bundle's files. So nodes never write to the same file, and a node
 * that dies leaves nothing but a folder that nobody reads.
 */
package org.hamtlab.experiments.cluster;
