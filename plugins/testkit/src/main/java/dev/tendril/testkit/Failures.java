package dev.tendril.testkit;

import java.util.List;

/** How a broken promise is reported: what was compared, and the first places where it does not hold. */
final class Failures {
    private static final int SHOWN = 5;

    private Failures() {}

    /** Fails if there are problems. */
    static void failIf(List<String> problems, String promise) {
        if (problems.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder(promise).append(':');
        problems.stream().limit(SHOWN).forEach(problem -> message.append(System.lineSeparator())
                .append("  ")
                .append(problem));
        if (problems.size() > SHOWN) {
            message.append(System.lineSeparator())
                    .append("  and ")
                    .append(problems.size() - SHOWN)
                    .append(" more");
        }
        throw new AssertionError(message.toString());
    }
}
