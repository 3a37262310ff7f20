package dev.tendril.runtime.check;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.runtime.component.BoundComponent;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A node as it stands in the file.
 *
 * @param key its name
 * @param mapping what is written about it
 * @param component what it is, if that could be bound
 * @param share the node whose parameters it uses
 * @param weight of its loss
 * @param inputs what is written under {@code from}
 */
record NodeDraft(
        Scalar key,
        Mapping mapping,
        Optional<BoundComponent> component,
        Optional<String> share,
        double weight,
        List<Input> inputs) {
    NodeDraft {
        inputs = List.copyOf(inputs);
    }

    /**
     * The edges into one port.
     *
     * @param port its key; empty for the first port
     * @param edges names of what is connected
     * @param location of the whole
     */
    record Input(Optional<Scalar> port, List<Scalar> edges, Location location) {
        Input {
            edges = List.copyOf(edges);
        }
    }

    String name() {
        return key.text();
    }

    /** What it is called in messages. */
    String words() {
        return "node '" + name() + "'";
    }
}
