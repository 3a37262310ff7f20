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

    /** The failure of one step of a plugin's own code, such as {@code its method cells()}. */
    static TendrilException explained(String step, Throwable failure) {
        boolean environment = failure instanceof LinkageError || failure instanceof TendrilException;
        return environment
                ? explained(failure)
                : new TendrilException(step + " failed: " + failure + "; this is a fault of the plugin", failure);
    }

    private static String reason(Throwable failure) {
        if (failure instanceof NoClassDefFoundError && failure.getCause() instanceof ClassNotFoundException missing) {
            String name = String.valueOf(missing.getMessage());
            return name.startsWith("dev.tendril.")
                    ? "it uses the class " + name + ", but of Tendril a plugin sees dev.tendril.api alone"
                    : "the class " + name + " is missing; put the library that holds it beside the plugin's jar";
        }
        if (failure instanceof UnsupportedClassVersionError) {
            return "it needs a newer Java than this one, " + Runtime.version().feature() + ": " + failure.getMessage();
        }
        if (failure instanceof ExceptionInInitializerError) {
            return "a static initialiser failed: " + cause(failure);
        }
        if (failure instanceof ClassFormatError) {
            return "a class of it is damaged (" + failure + "); fetch the jar again";
        }
        if (failure instanceof LinkageError) {
            return "it does not fit the libraries it finds (" + failure
                    + "); put the versions it was compiled with beside its jar";
        }
        if (failure instanceof ServiceConfigurationError) {
            return ofService(failure);
        }
        return "it failed while it was made: " + failure + "; this is a fault of the plugin";
    }

    /** What {@code ServiceLoader} says: a class that cannot be used, or what its constructor threw. */
    private static String ofService(Throwable failure) {
        Throwable cause = failure.getCause();
        String said = String.valueOf(failure.getMessage()).replaceFirst("^dev\\.tendril\\.api\\.spi\\.Plugin: ", "");
        if (cause instanceof ReflectiveOperationException) {
            return said
                    + "; the plugin's class must be public, not abstract, and have a public constructor without arguments";
        }
        if (cause == null) {
            return "its entry META-INF/services/dev.tendril.api.spi.Plugin names no plugin: " + said;
        }
        return reason(cause);
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : cause;
    }
}
