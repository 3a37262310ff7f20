package dev.tendril.plugin.attention;

import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.plugin.attention.compatibility.ActivatedGeneral;
import dev.tendril.plugin.attention.compatibility.BiasedGeneral;
import dev.tendril.plugin.attention.compatibility.Concatenation;
import dev.tendril.plugin.attention.compatibility.Convolution;
import dev.tendril.plugin.attention.compatibility.Cosine;
import dev.tendril.plugin.attention.compatibility.Deep;
import dev.tendril.plugin.attention.compatibility.Location;
import dev.tendril.plugin.attention.compatibility.LocationAware;
import dev.tendril.plugin.attention.distribution.LocalMonotonic;
import dev.tendril.plugin.attention.distribution.LocalPredictive;
import dev.tendril.plugin.attention.multiplicity.MultiDimensional;
import dev.tendril.plugin.attention.multiplicity.MultiHead;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.wiring.ComponentBench;
import dev.tendril.testkit.PluginTestKit;
import java.util.List;
import java.util.stream.Stream;

/** Every attention and every distribution of the plugin, with parameters that no two share. */
final class Zoo {
    private static final ComponentRef<Activation> TANH = plain("core/tanh");
    private static final ComponentRef<Activation> SIGMOID = plain("core/sigmoid");
    private static final ComponentRef<Initializer> INITIALIZER = Initializers.xavierUniform();
    private static final ComponentRegistry REGISTRY =
            PluginTestKit.load(AttentionZooPlugin.class).registry(); // on the class path: nothing to close

    private Zoo() {}

    /** Makes components of this plugin and of the core. */
    static ComponentBench bench(ParameterStore store) {
        return new ComponentBench(REGISTRY, store);
    }

    /** The name of a component without the plugin's. */
    static String name(ComponentRef<?> reference) {
        return reference.id().substring(reference.id().indexOf('/') + 1);
    }

    private static <T> ComponentRef<T> plain(String id) {
        return ComponentRef.of(id, new NoParameters());
    }

    static ComponentRef<Activation> tanh() {
        return TANH;
    }

    static ComponentRef<Distribution<?>> hard() {
        return plain("attention-zoo/hard");
    }

    static ComponentRef<Initializer> initializer() {
        return INITIALIZER;
    }

    static ComponentRef<Distribution<?>> softmax() {
        return plain("core/softmax");
    }

    static List<ComponentRef<Distribution<?>>> distributions() {
        return List.of(
                plain("attention-zoo/sigmoid"),
                plain("attention-zoo/sparsemax"),
                ComponentRef.of("attention-zoo/local_monotonic", new LocalMonotonic.Parameters(1)),
                ComponentRef.of("attention-zoo/local_predictive", new LocalPredictive.Parameters(3, 2, INITIALIZER)),
                hard());
    }

    /** Every attention with a distribution; {@code multi_dimensional} has its own. */
    static List<ComponentRef<Attention<?, ?>>> attentions(ComponentRef<Distribution<?>> distribution) {
        ComponentRef<Attention<?, ?>> aware =
                attention("location_aware", new LocationAware.Parameters(3, 2, 1, distribution, INITIALIZER));
        return List.of(
                attention("biased_general", new BiasedGeneral.Parameters(distribution, INITIALIZER)),
                attention("activated_general", new ActivatedGeneral.Parameters(TANH, distribution, INITIALIZER)),
                attention("concat", new Concatenation.Parameters(3, SIGMOID, distribution, INITIALIZER)),
                attention("cosine", new Cosine.Parameters(2.5, distribution)),
                attention("deep", new Deep.Parameters(3, 3, TANH, distribution, INITIALIZER)),
                attention("convolution", new Convolution.Parameters(3, 2, TANH, distribution, INITIALIZER)),
                attention("location", new Location.Parameters(11, distribution, INITIALIZER)),
                aware,
                attention("multi_head", new MultiHead.Parameters(aware, 2, 3, INITIALIZER)),
                attention("multi_dimensional", new MultiDimensional.Parameters(3, SIGMOID, INITIALIZER)));
    }

    private static ComponentRef<Attention<?, ?>> attention(String name, Record parameters) {
        return ComponentRef.of("attention-zoo/" + name, parameters);
    }

    /** Every attention with softmax, and the additive one of the core with every distribution of the plugin. */
    static Stream<ComponentRef<Attention<?, ?>>> all() {
        return Stream.concat(
                attentions(softmax()).stream(),
                distributions().stream()
                        .map(distribution -> attention(
                                "convolution", new Convolution.Parameters(3, 0, TANH, distribution, INITIALIZER))));
    }
}
