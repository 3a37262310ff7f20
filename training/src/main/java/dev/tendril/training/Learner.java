package dev.tendril.training;

import dev.tendril.api.TendrilException;
import dev.tendril.api.cell.State;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.training.checkpoint.Progress;
import dev.tendril.training.checkpoint.Snapshot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changes while a model learns: its parameters, what the optimiser remembers of each, and the best parameters so far.
 *
 * @param <S> what the optimiser remembers
 */
final class Learner<S extends State> {
    private final TrainableModel model;
    private final Optimizer<S> optimizer;
    private final Map<Parameter, S> states = new LinkedHashMap<>();
    private Map<String, Tensor> best = Map.of();

    Learner(TrainableModel model, Optimizer<S> optimizer) {
        this.model = model;
        this.optimizer = optimizer;
    }

    TrainableModel model() {
        return model;
    }

    Engine engine() {
        return model.engine();
    }

    Optimizer<S> optimizer() {
        return optimizer;
    }

    List<Parameter> parameters() {
        return model.parameters().parameters();
    }

    /** Moves the parameters. */
    void update(Map<Parameter, Tensor> gradients, double learningRate, long step) {
        engine().update(optimizer, states, gradients, learningRate, step);
    }

    /** Takes the present parameters for the best. */
    void keepBest() {
        Map<String, Tensor> copies = new LinkedHashMap<>();
        parameters().forEach(parameter -> copies.put(parameter.path(), parameter.copy()));
        best = copies;
    }

    /** Puts the best parameters in place, if any were kept. */
    void useBest() {
        best.forEach(model.parameters()::assign);
    }

    /**
     * Everything to go on from; its parameters are the present ones, so it is to be written before they change.
     *
     * @param carried into the next window, by head
     */
    Snapshot snapshot(Progress progress, Map<String, List<Tensor>> carried) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        Map<String, Tensor> remembered = new LinkedHashMap<>();
        for (Parameter parameter : parameters()) {
            values.put(parameter.path(), parameter);
            S state = states.get(parameter);
            if (state != null) {
                List<Tensor> tensors = States.tensors(state);
                for (int index = 0; index < tensors.size(); index++) {
                    remembered.put(key(parameter, index), tensors.get(index));
                }
            }
        }
        return new Snapshot(progress, values, remembered, best, Carried.named(carried));
    }

    /**
     * Takes everything over from a snapshot.
     *
     * @throws TendrilException if it was made by another model or optimiser; nothing has changed then
     */
    void restore(Snapshot snapshot) {
        checkValues(snapshot.parameters());
        if (!snapshot.best().isEmpty()) {
            checkValues(snapshot.best());
        }
        Map<Parameter, S> restored = restoredStates(new LinkedHashMap<>(snapshot.optimizer()));
        snapshot.parameters().forEach(model.parameters()::assign);
        states.clear();
        states.putAll(restored);
        best = snapshot.best();
    }

    private void checkValues(Map<String, Tensor> values) {
        for (Parameter parameter : parameters()) {
            checkShape("parameter " + parameter.path(), parameter, values.get(parameter.path()));
        }
        if (values.size() != parameters().size()) {
            List<String> unknown = new ArrayList<>(values.keySet());
            unknown.removeAll(parameters().stream().map(Parameter::path).toList());
            throw misfit("it has the parameters " + unknown + ", which the model has not");
        }
    }

    private Map<Parameter, S> restoredStates(Map<String, Tensor> remaining) {
        Map<Parameter, S> restored = new LinkedHashMap<>();
        try (Pass pass = engine().open(PassOptions.inference())) {
            for (Parameter parameter : parameters()) {
                S initial = optimizer.initialState(parameter, pass);
                List<Tensor> stored = take(parameter, States.tensors(initial), remaining);
                if (!stored.isEmpty()) {
                    Iterator<Tensor> next = stored.iterator();
                    restored.put(parameter, States.mapTensors(initial, zeros -> next.next()));
                }
            }
        }
        if (!remaining.isEmpty()) {
            throw misfit("it remembers " + remaining.keySet() + ", for which the optimiser has no use");
        }
        return restored;
    }

    /** The stored tensors of one parameter's state; none if it was never updated. */
    private List<Tensor> take(Parameter parameter, List<Tensor> initial, Map<String, Tensor> remaining) {
        List<Tensor> stored = new ArrayList<>();
        if (remaining.containsKey(key(parameter, 0))) {
            for (int index = 0; index < initial.size(); index++) {
                Tensor tensor = remaining.remove(key(parameter, index));
                stored.add(checkShape("optimiser state " + key(parameter, index), initial.get(index), tensor));
            }
        }
        return stored;
    }

    private static Tensor checkShape(String what, Tensor expected, @Nullable Tensor stored) {
        if (stored == null) {
            throw misfit("it has no " + what);
        }
        if (!stored.shape().equals(expected.shape())) {
            throw misfit(what + " is " + stored.shape() + " there and " + expected.shape() + " here");
        }
        return stored;
    }

    private static TendrilException misfit(String what) {
        return new TendrilException("the checkpoint was made by another model or optimiser: " + what
                + "; resume with the model and optimiser it was made with, or start anew");
    }

    private static String key(Parameter parameter, int index) {
        return parameter.path() + "#" + index;
    }
}
