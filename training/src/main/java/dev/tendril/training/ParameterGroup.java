package dev.tendril.training;

import dev.tendril.api.training.Optimizer;
import java.util.List;
import java.util.Optional;

/**
 * Parameters that are not moved as the others are.
 *
 * @param parameters names them
 * @param optimizer moves them; nothing does if it is empty, and they keep their first values
 */
public record ParameterGroup(List<ParameterPattern> parameters, Optional<Optimizer<?>> optimizer) {
    public ParameterGroup {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("a group names no parameters");
        }
    }

    /** Whether the parameter at a path belongs to the group. */
    public boolean has(String path) {
        return parameters.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
