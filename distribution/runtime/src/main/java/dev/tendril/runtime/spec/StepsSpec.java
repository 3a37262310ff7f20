package dev.tendril.runtime.spec;

import java.util.Optional;

/**
 * The time axis of a field.
 *
 * @param along the field whose axis it is, if it is not its own
 * @param skipFirst steps left out at the beginning
 * @param skipLast steps left out at the end
 */
public record StepsSpec(Optional<String> along, int skipFirst, int skipLast) {}
