package dev.tendril.testkit;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.AveragingRule;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * What Tendril relies on in a mean of parameters. That its weights are the right ones is for a test of your own, which derives them anew.
 *
 * @param <P> the averaging's parameters
 */
public abstract class AveragingContract<P extends Record> extends ComponentContract<P> {
    private static final Shape SHAPE = Shape.of(5);
    private static final int LOOKS = 23;
    private static final double ROUNDING = 1e-12;

    /**
     * The contract of one averaging.
     *
     * @param plugin that brings the averaging
     * @param examples its name and parameters
     */
    protected AveragingContract(Class<? extends Plugin> plugin, Examples<P> examples) {
        super(Kind.AVERAGING, plugin, examples);
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Averaging<?> averaging(Trial trial) {
        return ((AveragingProvider<Record>) trial.provider(AveragingProvider.class)).create(trial.parameters());
    }

    private static AveragingRule<?> rule(Trial trial) {
        return new AveragingRule<>(averaging(trial));
    }

    @Override
    final void smoke(Trial trial) {
        Objects.requireNonNull(averaging(trial).moment(), "moment() is null");
        try (TendrilEngine engine = Engines.plain()) {
            Descent.of(engine, rule(trial)).updates(1, 2);
        }
    }

    @Override
    final List<Check> checks(Trial trial) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("a mean lies among the values that it is of", () -> among(rule(trial))));
        checks.addAll(RuleChecks.of(() -> rule(trial)));
        return checks;
    }

    private static <S extends State> void among(AveragingRule<S> rule) {
        Random random = new Random(31);
        List<String> problems = new ArrayList<>();
        try (TendrilEngine engine = Engines.of(Precision.FLOAT64, 1)) {
            double[] first = Samples.gaussian(SHAPE.elements(), random, 1);
            ParameterStore store = engine.parameters(RandomKey.of(5));
            Parameter mean = store.create("mean", SHAPE, (shape, draw) -> first.clone());
            double[] least = first.clone();
            double[] largest = first.clone();
            Map<Parameter, S> states = new LinkedHashMap<>();
            for (int look = 1; look <= LOOKS && problems.isEmpty(); look++) {
                double[] values = Samples.gaussian(SHAPE.elements(), random, 1);
                engine.update(rule, states, Map.of(mean, engine.constant(SHAPE, values)), 0, look);
                double[] means = mean.toDoubles();
                for (int i = 0; i < means.length; i++) {
                    least[i] = Math.min(least[i], values[i]);
                    largest[i] = Math.max(largest[i], values[i]);
                    boolean among =
                            means[i] >= least[i] - ROUNDING && means[i] <= largest[i] + ROUNDING; // false for NaN
                    if (!among) {
                        problems.add("after look " + look + ", mean " + i + " is " + means[i] + ", the values are from "
                                + least[i] + " to " + largest[i]);
                    }
                }
            }
        }
        Failures.failIf(
                problems,
                "a mean is neither below all values so far nor above them, that before training included (compared within "
                        + ROUNDING + ")");
    }
}
