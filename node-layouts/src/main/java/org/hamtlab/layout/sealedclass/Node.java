package org.hamtlab.layout.sealedclass;

/** A node: what a child slot refers to. A class rather than an interface: cheaper type tests. */
abstract sealed class Node permits Branch, Entry, Collision {}
