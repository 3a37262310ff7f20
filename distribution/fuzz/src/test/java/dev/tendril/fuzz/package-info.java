/**
 * Targets of the fuzzer, one for each reader of bytes that may come from anyone, and the test that feeds them what is kept. A target
 * may refuse its bytes in the way that is documented; anything else that it throws is a finding.
 */
@NullMarked
package dev.tendril.fuzz;

import org.jspecify.annotations.NullMarked;
