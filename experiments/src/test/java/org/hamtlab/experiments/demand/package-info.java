/** What users of hash tries report, as tests: see docs/demands.md. */
package org.hamtlab.experiments.demand;
