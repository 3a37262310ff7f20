package dev.tendril.testkit;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.runtime.component.ComponentDescription;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RecordTrees;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.runtime.wiring.ComponentBench;
import dev.tendril.tensor.TendrilEngine;
import java.util.Map;

/**
 * A component under test.
 *
 * @param kit what is installed
 * @param kind of the component
 * @param reference its id and parameters
 */
record Trial(PluginTestKit kit, Kind kind, ComponentRef<?> reference) {
    Trial(PluginTestKit kit, Kind kind, Examples.Example example) {
        this(kit, kind, bound(kit, kind, example));
    }

    private static ComponentRef<?> bound(PluginTestKit kit, Kind kind, Examples.Example example) {
        try (TendrilEngine engine = Engines.plain()) {
            return example.bind(kind, kit.registry(), engine.parameters(RandomKey.of(1)));
        }
    }

    ComponentRegistry registry() {
        return kit.registry();
    }

    RegisteredComponent component() {
        return registry().get(kind, reference.id());
    }

    ComponentDescription description() {
        return registry().describe(component());
    }

    /** The reference as one of its kind. */
    @SuppressWarnings("unchecked") // the kind was checked when it was bound
    <T> ComponentRef<T> as() {
        return (ComponentRef<T>) reference;
    }

    /** The provider as the interface of its kind. */
    <T> T provider(Class<T> type) {
        return registry().provider(kind, reference.id(), type);
    }

    Record parameters() {
        return reference.parameters();
    }

    /** A bench whose parameters start from a seed. */
    ComponentBench bench(Engine engine, long seed) {
        return new ComponentBench(registry(), engine.parameters(RandomKey.of(seed)));
    }

    /** The same component with nothing given but what must be. */
    Trial withRequiredAlone() {
        RecordTrees trees = new RecordTrees(registry());
        Map<String, Object> tree = trees.write(parameters());
        for (ComponentDescription.Parameter parameter : description().parameters()) {
            if (!parameter.required()) {
                tree.remove(parameter.name());
            }
        }
        Record required = trees.read(parameters().getClass(), tree);
        return new Trial(kit, kind, ComponentRef.of(reference.id(), required));
    }
}
