package dev.tendril.training;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.AveragingRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Means of parameters over training. An engine computes them as it moves parameters: each mean is a parameter of a store of its own, whose
 * gradient is the parameter that it is the mean of.
 *
 * @param <S> what the averaging remembers
 */
final class Means<S extends State> {
    private final AveragingRule<S> rule;
    private final Engine engine;
    private final Map<Parameter, Parameter> means = new LinkedHashMap<>(); // by the parameter
    private final Remembered<S> remembered;
    private final ParameterStore store;

    private Means(Averaging<S> averaging, List<Parameter> parameters, Engine engine) {
        this.rule = new AveragingRule<>(averaging);
        this.engine = engine;
        this.remembered = new Remembered<>("state of averaging", averaging::initialState);
        this.store = engine.parameters(RandomKey.of(0)); // its initializers draw nothing
        for (Parameter parameter : parameters) {
            means.put(
                    parameter,
                    store.create(parameter.path(), parameter.shape(), (shape, draw) -> parameter.toDoubles()));
        }
        try (Pass pass = engine.open(PassOptions.inference())) {
            remembered.begin(means.values(), pass);
        }
    }

    static <S extends State> Means<S> of(Averaging<S> averaging, List<Parameter> parameters, Engine engine) {
        return new Means<>(averaging, parameters, engine);
    }

    /** Looks at the parameters, if this is the moment. */
    void look(Averaging.Moment moment, long number) {
        if (rule.averaging().moment() == moment) {
            Map<Parameter, Tensor> values = new LinkedHashMap<>();
            means.forEach((parameter, mean) -> values.put(mean, parameter));
            engine.update(rule, remembered.states(), values, 0, number);
        }
    }

    /** Puts the means in the place of a model's parameters. */
    void use(ParameterStore model) {
        means.values().forEach(mean -> model.assign(mean.path(), mean));
    }

    /** How many numbers it remembers, the means themselves included. */
    long elements(Pass pass) {
        return store.elements() + remembered.elements(means.values(), pass);
    }

    void store(Map<String, Tensor> checkpoint) {
        means.values().forEach(mean -> checkpoint.put(mean.path(), mean));
        remembered.store(checkpoint);
    }

    /** Takes the means out of a checkpoint, and gives what puts them in place. */
    Runnable restoring(Map<String, Tensor> remaining, Pass pass) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (Parameter mean : means.values()) {
            String path = mean.path();
            values.put(path, Misfit.unless("mean of parameter " + path, mean, remaining.remove(path)));
        }
        Runnable states = remembered.restoring(means.values(), remaining, pass);
        return () -> {
            values.forEach(store::assign);
            states.run();
        };
    }
}
