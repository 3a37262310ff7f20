/**
 * The walls between the modules and the habits of the code, as rules over the compiled classes.
 *
 * <p>Every rule stands beside a planted violation, which shows that it can fail.
 */
@NullMarked
package dev.tendril.contracts.architecture;

import org.jspecify.annotations.NullMarked;
