package dev.tendril.benchmarks.workload;

/**
 * One of the ways in which this module computes a workload, most often Tendril.
 *
 * @param label in the table
 * @param component what makes the difference, as YAML, such as a cell; empty if there is no choice, or for a hand-written loop
 */
public record Variant(String label, String component) {

    /** Whether the component is somebody else's, so that a plugin is needed. */
    public boolean plugin() {
        return component.indexOf('/') >= 0;
    }
}
