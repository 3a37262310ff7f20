package dev.tendril.runtime.check;

/** The shape of a head's task, which follows from the time axes of what goes in and what comes out. */
public enum Architecture {
    /** One vector in, one value out. */
    ONE_TO_ONE("one-to-one"),
    /** A sequence in, one value out. */
    MANY_TO_ONE("many-to-one"),
    /** One vector or class in, a sequence out. */
    ONE_TO_MANY("one-to-many"),
    /** A sequence in, a value out for each of its steps. */
    ALIGNED("many-to-many, aligned"),
    /** A sequence in, a sequence of another length out. */
    ENCODER_DECODER("many-to-many, encoder–decoder");

    private final String label;

    Architecture(String label) {
        this.label = label;
    }

    /** Its name in texts. */
    public String label() {
        return label;
    }
}
