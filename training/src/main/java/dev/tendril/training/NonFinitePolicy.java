package dev.tendril.training;

/** What happens when a loss or a gradient is not a finite number. */
public enum NonFinitePolicy {
    /** Training ends with an error that names the step and the head or parameter. */
    STOP,
    /** The batch is left out, with a warning in the log; an epoch that is left out as a whole ends training with an error. */
    SKIP
}
