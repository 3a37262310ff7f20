/** Components with one defect each, planted so that a contract has to find it. */
@NullMarked
package dev.tendril.testkit.planted;

import org.jspecify.annotations.NullMarked;
