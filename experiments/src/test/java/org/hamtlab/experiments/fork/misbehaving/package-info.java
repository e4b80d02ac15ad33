/** A plug-in that harms the virtual machine that it runs in. */
package org.hamtlab.experiments.fork.misbehaving;
