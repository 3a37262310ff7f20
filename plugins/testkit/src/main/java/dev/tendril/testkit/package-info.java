/**
 * Contract tests for the components of a plugin: extend the class named after a component's kind, and what Tendril relies on is checked.
 *
 * <p>May depend on the runtime, JUnit Jupiter and AssertJ. Nothing but tests may depend on it.
 */
@NullMarked
package dev.tendril.testkit;

import org.jspecify.annotations.NullMarked;
