package dev.tendril.runtime.component;

import dev.tendril.api.graph.Port;
import dev.tendril.api.spi.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say about a component.
 *
 * @param kind its kind
 * @param id canonical id
 * @param description one sentence
 * @param parameters in the order of its record
 * @param ports inputs of a node, with the parameters of the example
 * @param example the shortest YAML that names it, where it usually stands; empty if made-up values are refused
 * @param provider the plugin it comes from
 */
public record ComponentDescription(
        Kind kind,
        String id,
        String description,
        List<Parameter> parameters,
        List<Port> ports,
        Optional<String> example,
        PluginHandle provider) {
    public ComponentDescription {
        parameters = List.copyOf(parameters);
        ports = List.copyOf(ports);
    }

    /**
     * One parameter.
     *
     * @param name key in YAML
     * @param type what may stand there, in words
     * @param required whether it must be given
     * @param defaultValue as YAML text, if it has one
     * @param range allowed numbers in words, if they are bounded
     * @param doc one sentence
     * @param nested the parameters of a nested record, empty for other types
     */
    public record Parameter(
            String name,
            String type,
            boolean required,
            Optional<String> defaultValue,
            Optional<String> range,
            String doc,
            List<Parameter> nested) {
        public Parameter {
            nested = List.copyOf(nested);
        }

        /** All but the sentence: {@code a number, at least 0 and less than 1, 0.0 by default}. */
        public String facts() {
            String bounds = range.map(words -> ", " + words).orElse("");
            String need = required ? ", required" : ", optional";
            return type
                    + bounds
                    + defaultValue.map(value -> ", " + value + " by default").orElse(need);
        }
    }
}
