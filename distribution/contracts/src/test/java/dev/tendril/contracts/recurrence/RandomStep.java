package dev.tendril.contracts.recurrence;

import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.contracts.recurrence.RandomCell.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The step of a {@link RandomCell}, line by line.
 *
 * @param lines in the order they are computed; none is left out
 * @param h the line that gives the next hidden state
 * @param o the line that gives the other tensor of the next state
 * @param output what is shown of the state that the step leaves
 */
record RandomStep(List<Line> lines, Line h, Line o, RandomCell.Output output) {

    /**
     * One line.
     *
     * @param name of what it gives
     * @param text that computes it, as Java
     * @param value computes it
     */
    record Line(String name, String text, Function<Scope, Tensor> value) {
        /** The name alone: how other lines read it. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What lines read.
     *
     * @param weights all parameters
     * @param x the input of the step
     * @param state that the step before left
     * @param values of the lines before, by name
     */
    record Scope(RandomCell.Weights weights, Tensor x, State state, Map<String, Tensor> values) {
        /** The value of a line before. */
        Tensor of(Line line) {
            Tensor value = values.get(line.name);
            if (value == null) {
                throw new IllegalArgumentException(line + " has not been computed");
            }
            return value;
        }

        /** A vector among the parameters, as part of the pass. */
        Tensor vector(int size) {
            return x.pass().attach(weights.vector(size));
        }

        /** A matrix among the parameters, as part of the pass. */
        Tensor matrix(int rows, int columns) {
            return x.pass().attach(weights.matrix(rows, columns));
        }

        /** The shape of a batch whose rows hold tensors of some sizes. */
        Shape rows(int... sizes) {
            return Shape.of(sizes).insert(0, x.shape().size(0));
        }
    }

    /** Computes all lines. */
    State of(RandomCell.Weights weights, Tensor x, State before) {
        Scope scope = new Scope(weights, x, before, new HashMap<>());
        for (Line line : lines) {
            scope.values.put(line.name, line.value.apply(scope));
        }
        return new State(scope.of(h), scope.of(o), before.c(), before.m());
    }

    /** The equations as text, from which the step can be written again. */
    @Override
    public String toString() {
        String all = lines.stream()
                .map(line -> "    " + line + " = " + line.text + "\n")
                .collect(Collectors.joining());
        return all + "    h′ = " + h + ", o′ = " + o + ", shown: " + output.text();
    }
}
