package dev.tendril.tensor.plan;

/** A step that cannot be planned; the message says why. It is run by the interpreter instead. */
public final class NotPlannable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A step that cannot be planned for this reason: a phrase such as {@code "it appends to a state"}. */
    public NotPlannable(String reason) {
        super(reason);
    }
}
