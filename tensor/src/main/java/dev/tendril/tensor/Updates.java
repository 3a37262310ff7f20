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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Steps of optimisers. All new numbers are computed before the first is written, so a step that fails changes nothing; every pass that
 * is running sees one version of all parameters.
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
    record Moment(double learningRate, long step) {
        Moment {
            if (!Double.isFinite(learningRate)) {
                throw new IllegalArgumentException("update " + step + " has the learning rate " + learningRate);
            }
        }
    }

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
                        EngineTensor.of(updated.parameter())
                                .read(engine::copied)
                                .storage());
                next.put(parameter, States.mapTensors(updated.state(), Tensor::copy));
            }
        });
        Map<Store, List<EngineParameter>> byStore = new LinkedHashMap<>();
        numbers.keySet().forEach(parameter -> byStore.computeIfAbsent(parameter.store(), key -> new ArrayList<>())
                .add(parameter));
        spend(gradients.values(), byStore.keySet());
        byStore.forEach((store, parameters) -> store.update(
                parameters,
                changes -> changes.forEach(
                        change -> change.write(Objects.requireNonNull(numbers.get(change.parameter()))))));
        states.putAll(next);
    }

    /** The passes whose gradients are applied have no further use for the parameters. */
    private static void spend(Collection<Tensor> gradients, Collection<Store> stores) {
        for (Tensor gradient : gradients) {
            if (gradient instanceof PassTensor ours && ours.scope() instanceof EagerPass pass) {
                stores.forEach(pass::spend);
            }
        }
    }

    private static <S extends State> Optimizer.Updated<S> update(
            Optimizer<S> optimizer,
            Map<Parameter, S> states,
            EngineParameter parameter,
            Tensor gradient,
            Moment moment,
            EagerPass pass) {
        Array numbers = pass.numbers(EngineTensor.of(gradient));
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
