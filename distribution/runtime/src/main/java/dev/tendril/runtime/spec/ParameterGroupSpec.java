package dev.tendril.runtime.spec;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.training.Optimizer;
import java.util.List;
import java.util.Optional;

/**
 * Parameters that are not moved as the others are.
 *
 * @param parameters patterns of their paths
 * @param optimizer moves them, unless they are frozen
 * @param frozen whether they keep their first values
 */
public record ParameterGroupSpec(
        @Param(
                "Which parameters: paths or beginnings of paths, such as encoder or encoder.cell; * stands for any characters of a name,"
                        + " ** for any number of names.")
        List<String> parameters,

        @Param("What moves them, unless they are frozen.") Optional<ComponentRef<Optimizer<?>>> optimizer,

        @Param("Whether they keep their first values.") @Default("false")
        boolean frozen) {
    public ParameterGroupSpec {
        parameters = List.copyOf(parameters);
        if (parameters.isEmpty()) {
            throw new InvalidParameter("parameters", "want at least one path");
        }
        if (frozen && optimizer.isPresent()) {
            throw new InvalidParameter(
                    "optimizer", "nothing moves a frozen group; give an optimizer or frozen: true, not both");
        }
        if (!frozen && optimizer.isEmpty()) {
            throw new InvalidParameter("optimizer", "want an optimizer for the group, or frozen: true");
        }
    }
}
