package dev.tendril.runtime.wiring;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.multibindings.OptionalBinder;
import dev.tendril.api.layer.Node;
import dev.tendril.runtime.component.ComponentRegistry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Binds every node of a graph as a default that the embedding program may replace. */
final class GraphModule implements Module {
    private final Blueprint blueprint;
    private final NodeKeys keys;
    private final NodeMaker maker;
    private final Map<String, Provider<Node>> providers = new LinkedHashMap<>();

    GraphModule(ComponentRegistry registry, Blueprint blueprint, NodeKeys keys) {
        this.blueprint = blueprint;
        this.keys = keys;
        this.maker = new NodeMaker(registry, blueprint, this::node);
    }

    @Override
    public void configure(Binder binder) {
        for (String name : blueprint.model().order()) {
            Key<Node> key = keys.of(name);
            OptionalBinder.newOptionalBinder(binder, key)
                    .setDefault()
                    .toProvider(() -> maker.make(name))
                    .in(Scopes.SINGLETON);
            providers.put(name, binder.getProvider(key));
        }
    }

    /** The nodes of the injector that this module belongs to, sources first. */
    Map<String, Node> nodes() {
        Map<String, Node> nodes = new LinkedHashMap<>();
        providers.forEach((name, provider) -> nodes.put(name, provider.get()));
        return Collections.unmodifiableMap(nodes);
    }

    /** Whether a node is the default; otherwise the embedding program brought it. */
    boolean isDefault(String name) {
        return maker.made(name);
    }

    private Node node(String name) {
        Provider<Node> provider = providers.get(name);
        if (provider == null) {
            throw new IllegalArgumentException("no node '" + name + "' among " + providers.keySet());
        }
        return provider.get();
    }
}
