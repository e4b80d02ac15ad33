package org.hamtlab.papers.page;

/** A part of a claim's account on the page of its paper. */
public interface Exhibit {

  /** Its HTML, without any reference to another file. */
  String html();
}
