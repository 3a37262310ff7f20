package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.DifferentiableFunction;
import dev.tendril.api.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A function that brings its own gradient. */
public record Custom(DifferentiableFunction function) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return function.outputShape(List.of(operands));
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array y = on.zeroed(shape);
        function.forward(readable(operands), new ArrayView(y, true));
        return y;
    }

    /** Gradients with respect to every operand. */
    public List<Array> gradients(Execution on, Array g, Array y, Operand... operands) {
        List<Array> gradients = Arrays.stream(operands)
                .map(operand -> on.zeroed(operand.shape()))
                .toList();
        List<DifferentiableFunction.View> into = new ArrayList<>();
        for (Array gradient : gradients) {
            into.add(new ArrayView(gradient, true));
        }
        function.gradient(readable(operands), new ArrayView(y, false), new ArrayView(g, false), into);
        return gradients;
    }

    private static List<DifferentiableFunction.View> readable(Operand... operands) {
        List<DifferentiableFunction.View> views = new ArrayList<>();
        for (Operand operand : operands) {
            views.add(new ArrayView((Array) operand, false));
        }
        return views;
    }
}
