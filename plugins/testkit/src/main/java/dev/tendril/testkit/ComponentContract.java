package dev.tendril.testkit;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.tensor.TendrilEngine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Tendril relies on in every component. Each kind has a contract of its own, to be extended once for each component of a plugin;
 * every check says whether it compares bits or what tolerance it has.
 *
 * @param <P> the component's parameters
 */
public abstract class ComponentContract<P extends Record> {
    private final Kind kind;
    private final Class<? extends Plugin> plugin;
    private final Examples<P> examples;

    ComponentContract(Kind kind, Class<? extends Plugin> plugin, Examples<P> examples) {
        this.kind = kind;
        this.plugin = plugin;
        this.examples = examples;
    }

    /** Every check on every example, as tests of JUnit. */
    @TestFactory
    public final Stream<DynamicNode> contract() {
        PluginTestKit kit = PluginTestKit.load(plugin);
        return examples.all().stream()
                .<DynamicNode>map(example ->
                        DynamicContainer.dynamicContainer(example.toString(), tests(new Trial(kit, kind, example))))
                .onClose(kit::close);
    }

    private Stream<DynamicTest> tests(Trial trial) {
        Check required = new Check("what it requires is enough to make it", () -> smoke(trial.withRequiredAlone()));
        return Stream.concat(Stream.of(required), checks(trial).stream())
                .map(check -> DynamicTest.dynamicTest(check.promise(), check::run));
    }

    /** The kind of component. */
    public final Kind kind() {
        return kind;
    }

    final RegisteredComponent component(PluginTestKit kit) {
        try (TendrilEngine engine = Engines.plain()) {
            ComponentRef<?> reference =
                    examples.all().get(0).bind(kind, kit.registry(), engine.parameters(RandomKey.of(1)));
            return kit.registry().get(kind, reference.id());
        }
    }

    /** Makes the component and uses it once, so that anything that cannot work throws. */
    abstract void smoke(Trial trial);

    /** The checks of this kind. */
    abstract List<Check> checks(Trial trial);
}
