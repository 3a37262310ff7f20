package dev.tendril.tensor;

import dev.tendril.api.cell.State;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Steps of optimisers. New numbers are computed beside the old ones and published together at the end, so a pass that is running sees
 * one version of all parameters, and a step that fails changes nothing.
 */
final class Updates {
    private final TendrilEngine engine;

    Updates(TendrilEngine engine) {
        this.engine = engine;
    }

    /**
     * When an update happens.
     *
     * @param learningRate of this update
     * @param step its number, from 1
     */
    record Moment(double learningRate, long step) {}

    synchronized <S extends State> void run(
            Optimizer<S> optimizer, Map<Parameter, S> states, Map<Parameter, Tensor> gradients, Moment moment) {
        Map<EngineParameter, Storage> numbers = new LinkedHashMap<>();
        Map<Parameter, S> next = new LinkedHashMap<>();
        gradients.forEach((parameter, gradient) -> {
            EngineParameter ours = checked(parameter, gradient);
            try (EagerPass pass = engine.open(PassOptions.inference(), true)) {
                Optimizer.Updated<S> updated = update(optimizer, states, ours, gradient, moment, pass);
                numbers.put(
                        ours,
                        engine.copied(EngineTensor.of(updated.parameter()).readable())
                                .storage());
                next.put(parameter, States.mapTensors(updated.state(), Tensor::copy));
            }
        });
        Map<Store, Map<EngineParameter, Storage>> byStore = new HashMap<>();
        numbers.forEach((parameter, storage) -> byStore.computeIfAbsent(parameter.store(), key -> new HashMap<>())
                .put(parameter, storage));
        byStore.forEach(Store::replace);
        states.putAll(next);
    }

    private static <S extends State> Optimizer.Updated<S> update(
            Optimizer<S> optimizer,
            Map<Parameter, S> states,
            EngineParameter parameter,
            Tensor gradient,
            Moment moment,
            EagerPass pass) {
        Array numbers = EngineTensor.of(gradient).readable();
        S kept = states.get(parameter);
        S state = kept == null
                ? optimizer.initialState(pass.attach(parameter), pass)
                : States.mapTensors(kept, pass::attach);
        Optimizer.Scalars scalars =
                expression -> pass.full(Shape.scalar(), expression.at(moment.learningRate, moment.step));
        Optimizer.Updated<S> updated = optimizer.update(pass.attach(parameter), pass.leaf(numbers), state, scalars);
        if (!updated.parameter().shape().equals(parameter.shape())) {
            throw new IllegalArgumentException("the optimiser gave " + parameter + " the shape "
                    + updated.parameter().shape());
        }
        return updated;
    }

    private EngineParameter checked(Parameter parameter, Tensor gradient) {
        if (!(parameter instanceof EngineParameter ours) || ours.engine() != engine) {
            throw new IllegalArgumentException("parameter " + parameter.path() + " belongs to another engine");
        }
        if (!gradient.shape().equals(parameter.shape())) {
            throw new IllegalArgumentException("the gradient of " + ours + " has shape " + gradient.shape());
        }
        return ours;
    }
}
