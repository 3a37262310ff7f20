package dev.tendril.runtime.check;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.runtime.diagnostic.Code;

/** A problem of a component named inside another's parameters, on its way through that other's {@code infer}. */
final class NestedProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ComponentRef<?> reference;
    private final Code code;

    NestedProblem(ComponentRef<?> reference, Code code, String message) {
        super(message, null, false, false);
        this.reference = reference;
        this.code = code;
    }

    ComponentRef<?> reference() {
        return reference;
    }

    Code code() {
        return code;
    }

    /** The message of the problem, which is never absent. */
    String words() {
        return String.valueOf(getMessage());
    }
}
