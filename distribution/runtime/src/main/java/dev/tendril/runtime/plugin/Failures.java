package dev.tendril.runtime.plugin;

import dev.tendril.api.TendrilException;
import java.util.ServiceConfigurationError;

/** Says in words why a plugin failed, and what to do. */
final class Failures {
    private Failures() {}

    /** The failure with a message for the operator. */
    static TendrilException explained(Throwable failure) {
        return failure instanceof TendrilException already ? already : new TendrilException(reason(failure), failure);
    }

    private static String reason(Throwable failure) {
        if (failure instanceof NoClassDefFoundError && failure.getCause() instanceof ClassNotFoundException missing) {
            return "the class " + missing.getMessage()
                    + " is missing; put the library that holds it beside the plugin's jar";
        }
        if (failure instanceof UnsupportedClassVersionError) {
            return "it needs a newer Java than this one: " + failure.getMessage();
        }
        if (failure instanceof ExceptionInInitializerError) {
            return "a static initialiser failed: " + cause(failure);
        }
        if (failure instanceof LinkageError) {
            return "it does not fit the libraries it finds (" + failure
                    + "); put the versions it was compiled with beside its jar";
        }
        if (failure instanceof ServiceConfigurationError) {
            return failure.getCause() == null ? String.valueOf(failure.getMessage()) : reason(failure.getCause());
        }
        return "it failed while it was made: " + failure;
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : cause;
    }
}
