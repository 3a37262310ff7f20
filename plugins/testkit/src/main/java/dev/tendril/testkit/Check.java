package dev.tendril.testkit;

import org.junit.jupiter.api.function.Executable;

/**
 * One thing that Tendril relies on.
 *
 * @param promise what holds, as the name of the test
 * @param executable throws an {@code AssertionError} if it does not hold
 */
record Check(String promise, Executable executable) {
    void run() throws Throwable {
        executable.execute();
    }
}
