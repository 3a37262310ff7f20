package dev.tendril.training;

import dev.tendril.api.cell.State;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What is remembered of each parameter, and its way into a checkpoint and back: tensor by tensor, as
 * {@code <path of the parameter>#<index of the tensor>}.
 *
 * @param <S> what is remembered of one
 */
final class Remembered<S extends State> {
    private final String what;
    private final BiFunction<Tensor, Pass, S> initial;
    private final Map<Parameter, S> states = new LinkedHashMap<>();

    /**
     * Nothing yet.
     *
     * @param what it is, in messages
     * @param initial what is remembered of a parameter at first
     */
    Remembered(String what, BiFunction<Tensor, Pass, S> initial) {
        this.what = what;
        this.initial = initial;
    }

    /** By parameter, of those of which anything is remembered yet; written by the engine. */
    Map<Parameter, S> states() {
        return states;
    }

    /** Remembers what is remembered at first, of every parameter from now on. */
    void begin(Collection<Parameter> parameters, Pass pass) {
        for (Parameter parameter : parameters) {
            states.put(parameter, States.mapTensors(initial.apply(parameter, pass), Tensor::copy));
        }
    }

    /** How many numbers will be remembered of parameters. */
    long elements(Collection<Parameter> parameters, Pass pass) {
        long elements = 0;
        for (Parameter parameter : parameters) {
            for (Tensor tensor : States.tensors(initial.apply(parameter, pass))) {
                elements += tensor.shape().elements();
            }
        }
        return elements;
    }

    /** Puts everything into a checkpoint. */
    void store(Map<String, Tensor> checkpoint) {
        states.forEach((parameter, state) -> {
            List<Tensor> tensors = States.tensors(state);
            for (int index = 0; index < tensors.size(); index++) {
                checkpoint.put(key(parameter, index), tensors.get(index));
            }
        });
    }

    /**
     * Takes what is remembered of parameters out of a checkpoint: of those that it holds something of, and of all of which something is
     * remembered now.
     *
     * @return what puts it in place
     * @throws dev.tendril.api.TendrilException if it does not fit; nothing has changed then
     */
    Runnable restoring(Collection<Parameter> parameters, Map<String, Tensor> remaining, Pass pass) {
        Map<Parameter, S> restored = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            S first = initial.apply(parameter, pass);
            if (states.containsKey(parameter) || remaining.containsKey(key(parameter, 0))) {
                Iterator<Tensor> next =
                        take(parameter, States.tensors(first), remaining).iterator();
                restored.put(parameter, States.mapTensors(first, zeros -> next.next()));
            }
        }
        return () -> {
            states.clear();
            states.putAll(restored);
        };
    }

    /** The stored tensors of one parameter's state. */
    private List<Tensor> take(Parameter parameter, List<Tensor> expected, Map<String, Tensor> remaining) {
        List<Tensor> stored = new ArrayList<>();
        for (int index = 0; index < expected.size(); index++) {
            String key = key(parameter, index);
            stored.add(Misfit.unless(what + " " + key, expected.get(index), remaining.remove(key)));
        }
        return stored;
    }

    private static String key(Parameter parameter, int index) {
        return parameter.path() + "#" + index;
    }
}
