/**
 * Arrays of treatments in which every possible pair, or triple, of what a phrase can say occurs,
 * and what each of them must pass.
 */
package org.hamtlab.experiments.covering;
