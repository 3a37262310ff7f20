package dev.tendril.api.spi;

/**
 * A setting that changes nothing where it stands. It stops nothing, and is shown as a warning at its place in the YAML file.
 *
 * @param parameter name of the record component; empty for the component as a whole
 * @param reason why it has no effect, and what to do
 */
public record Remark(String parameter, String reason) {}
