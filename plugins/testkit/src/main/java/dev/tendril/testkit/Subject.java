package dev.tendril.testkit;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something that computes, and all that it computes from.
 *
 * @param parameters what is learnt
 * @param inputs of the computation
 * @param computation the outputs for given inputs
 */
record Subject(ParameterStore parameters, List<Input> inputs, Computation computation) {

    /** How a subject is made on an engine, its parameters starting from a seed. */
    @FunctionalInterface
    interface Maker {
        Subject make(Engine engine, long seed);
    }

    /** What is computed. */
    @FunctionalInterface
    interface Computation {
        /** The outputs by name, in a fixed order. */
        Map<String, Output> outputs(Given given, Pass pass);
    }

    /**
     * What is computed from.
     *
     * @param values by the name of the input
     * @param rows of the batch
     */
    record Given(Map<String, Value> values, int rows) {
        Value value(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }

        Sequence sequence(String name) {
            return (Sequence) value(name);
        }

        Tensor numbers(String name) {
            return sequence(name).values();
        }
    }

    /**
     * What was computed.
     *
     * @param tensor its numbers; zeros in the padding
     * @param byRow whether the first axis is the batch; else it is one number for all rows
     */
    record Output(Tensor tensor, boolean byRow) {
        static Output rows(Tensor tensor) {
            return new Output(tensor, true);
        }

        static Output total(Tensor tensor) {
            return new Output(tensor, false);
        }

        /** The real steps of a value; padding may hold anything, and so counts as 0. */
        static Output real(Sequence sequence, Pass pass) {
            return rows(sequence.zeroPadded(pass).values());
        }
    }
}
