package dev.tendril.api;

/**
 * Thrown by the compact constructor of a parameter record when one value cannot be, given the others. The host shows it at
 * the value's line of the YAML file.
 */
public final class InvalidParameter extends TendrilException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * Refuses one parameter.
     *
     * @param parameter name of the record component
     * @param message what is wrong and what to do
     */
    public InvalidParameter(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** Name of the record component that is refused. */
    public String parameter() {
        return parameter;
    }
}
