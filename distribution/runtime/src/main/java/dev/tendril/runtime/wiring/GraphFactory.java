package dev.tendril.runtime.wiring;

import com.google.inject.Injector;
import dev.tendril.api.Diagnostic;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.layer.Node;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Shape;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Similar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes graphs. Every graph has an injector of its own, child of the runtime's, and takes its nodes from there alone. */
public final class GraphFactory {
    private final Injector runtime;
    private final ComponentRegistry registry;
    private final UserModules modules;
    private final NodeKeys keys;
    private final Engine engine;

    /**
     * A factory.
     *
     * @param runtime the injector of services
     * @param modules of the embedding program
     */
    public GraphFactory(
            Injector runtime, ComponentRegistry registry, UserModules modules, NodeKeys keys, Engine engine) {
        this.runtime = runtime;
        this.registry = registry;
        this.modules = modules;
        this.keys = keys;
        this.engine = engine;
    }

    /**
     * Makes a graph and its parameters.
     *
     * @throws DiagnosticsException if the embedding program replaces a node that the graph does not have, or by one of another type
     */
    public Graph create(Blueprint blueprint) {
        requireKnown(blueprint.model());
        GraphModule module = new GraphModule(registry, blueprint, keys);
        Map<String, Node> nodes = wire(module);
        ReplacementCheck check = new ReplacementCheck(blueprint.model(), engine);
        List<Diagnostic> problems = new ArrayList<>();
        nodes.forEach((name, node) -> {
            if (!module.isDefault(name)) {
                check.problem(name, node).ifPresent(problems::add);
            }
        });
        if (!problems.isEmpty()) {
            throw new DiagnosticsException(problems);
        }
        return new Graph(blueprint.model().spec(), nodes);
    }

    /** The shapes of a graph's parameters by path; nothing is allocated. */
    public Map<String, Shape> shapes(CheckedModel model, Map<String, Vocabulary> vocabularies) {
        requireKnown(model);
        ParameterStore store = engine.dryParameters();
        wire(new GraphModule(registry, Blueprint.fresh(model, vocabularies, store), keys));
        Map<String, Shape> shapes = new LinkedHashMap<>();
        store.parameters().forEach(parameter -> shapes.put(parameter.path(), parameter.shape()));
        return shapes;
    }

    private Map<String, Node> wire(GraphModule module) {
        return GuiceErrors.translating(() -> {
            runtime.createChildInjector(module, modules.nodes());
            return module.nodes();
        });
    }

    private void requireKnown(CheckedModel model) {
        List<Diagnostic> problems = modules.nodeNames().stream()
                .filter(name -> !model.spec().nodes().containsKey(name))
                .map(name -> new Diagnostic(
                        Code.UNKNOWN_NAME.id(),
                        Diagnostic.Severity.ERROR,
                        "a module replaces the node '" + name + "', which the model '"
                                + model.spec().name() + "' does not have",
                        Optional.empty(),
                        Similar.question(name, model.order()),
                        List.of("nodes: " + String.join(", ", model.order()))))
                .toList();
        if (!problems.isEmpty()) {
            throw new DiagnosticsException(problems);
        }
    }
}
