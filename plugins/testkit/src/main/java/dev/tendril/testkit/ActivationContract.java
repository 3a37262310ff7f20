package dev.tendril.testkit;

import dev.tendril.api.layer.Activation;
import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import java.util.List;
import java.util.Map;

/**
 * What Tendril relies on in an activation.
 *
 * @param <P> the activation's parameters
 */
public abstract class ActivationContract<P extends Record> extends ComputingContract<P> {
    private static final int FEATURES = 3;

    /**
     * The contract of one activation.
     *
     * @param plugin that brings the activation
     * @param examples its name and parameters
     */
    protected ActivationContract(Class<? extends Plugin> plugin, Examples<P> examples) {
        super(Kind.ACTIVATION, plugin, examples);
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Activation activation(Trial trial) {
        return ((ActivationProvider<Record>) trial.provider(ActivationProvider.class)).create(trial.parameters());
    }

    @Override
    final Subject subject(Trial trial, Engine engine, long seed) {
        Activation activation = activation(trial);
        return Pointwise.subject(
                trial.bench(engine, seed).parameters(), FEATURES, Map.of("values", (x, pass) -> activation.apply(x)));
    }

    @Override
    final List<Check> own(Trial trial) {
        return List.of(
                new Check(
                        "the output has the shape of the input",
                        () -> Pointwise.sameShape(FEATURES, engine -> activation(trial)::apply)),
                new Check(
                        "every element is treated alone",
                        () -> Pointwise.alone(
                                "an element does not depend on those beside it",
                                FEATURES,
                                1,
                                engine -> activation(trial)::apply)));
    }
}
