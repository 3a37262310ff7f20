package dev.tendril.runtime.check;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.runtime.spec.ModelSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A model file in which nothing is wrong that can be known before data is read. Sizes are symbols where data decides them:
 * {@code V(field)} is the size of a field's vocabulary; a field whose vocabulary is shared has the owner's symbol.
 *
 * @param spec what the file says
 * @param order names of the nodes, sources first
 * @param fields type of every field
 * @param inputs types at the connected input ports of every node
 * @param outputs types at the output ports of every node
 * @param architectures shape of task of every head
 * @param predictionFields fields that predicting needs: all that are not reached through {@code target} ports only
 * @param paths where files named in the file may be read
 * @param resolved the file as text with every default filled in, without variables' values
 * @param warnings remarks that stop nothing
 */
public record CheckedModel(
        ModelSpec spec,
        List<String> order,
        Map<String, EdgeType> fields,
        Map<String, PortTypes> inputs,
        Map<String, PortTypes> outputs,
        Map<String, Architecture> architectures,
        Set<String> predictionFields,
        DataPaths paths,
        String resolved,
        List<Diagnostic> warnings) {
    public CheckedModel {
        order = List.copyOf(order);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        architectures = Collections.unmodifiableMap(new LinkedHashMap<>(architectures));
        predictionFields = Collections.unmodifiableSet(new LinkedHashSet<>(predictionFields));
        warnings = List.copyOf(warnings);
    }

    /** The symbols of the sizes that data decides, in order; none once it is fitted. */
    public Set<String> symbols() {
        Set<String> symbols = new TreeSet<>();
        fields.values().forEach(type -> symbols.addAll(symbols(type)));
        return symbols;
    }

    /** The same with other warnings. */
    CheckedModel withWarnings(List<Diagnostic> others) {
        return new CheckedModel(
                spec, order, fields, inputs, outputs, architectures, predictionFields, paths, resolved, others);
    }

    private static Set<String> symbols(EdgeType type) {
        return type.element() instanceof Element.Real real
                ? real.sizes().stream().flatMap(size -> size.symbols().stream()).collect(Collectors.toSet())
                : type.vocabulary().symbols();
    }
}
