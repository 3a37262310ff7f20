package dev.tendril.plugin.attention;

import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.Initializer;
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
import java.util.List;
import java.util.stream.Stream;

/** Every attention and every distribution of the plugin, with parameters that no two share. */
final class Zoo {
    private static final ComponentRef<Activation> TANH = Place.plain("tanh");
    private static final ComponentRef<Activation> SIGMOID = Place.plain("sigmoid");
    private static final ComponentRef<Initializer> INITIALIZER =
            ComponentRef.of("xavier_uniform", Initializers.xavierUniform().parameters());

    private Zoo() {}

    static ComponentRef<Initializer> initializer() {
        return INITIALIZER;
    }

    static ComponentRef<Distribution<?>> softmax() {
        return Place.plain("softmax");
    }

    static List<ComponentRef<Distribution<?>>> distributions() {
        return List.of(
                Place.plain("sigmoid"),
                Place.plain("sparsemax"),
                ComponentRef.of("local_monotonic", new LocalMonotonic.Parameters(1)),
                ComponentRef.of("local_predictive", new LocalPredictive.Parameters(3, 2, INITIALIZER)),
                Place.plain("hard"));
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
        return ComponentRef.of(name, parameters);
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
