package dev.tendril.tensor;

import dev.tendril.api.cell.State;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import dev.tendril.tensor.kernel.Elementwise;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.update.ElementProgram;
import java.util.ArrayList;
import java.util.List;

/**
 * What an optimiser does to parameters of one shape, traced once: a program over the parameter, its gradient and the tensors of its
 * state, which writes the parameter and the state in place. Used by one update at a time.
 */
final class Equation {
    private final ElementProgram program;
    private final List<Span> constants;
    private final List<Optimizer.Expression> scalars;
    private final Storage numbers;

    private Equation(Kernels kernels, EquationReader reader, List<Optimizer.Expression> scalars) {
        this.program = reader.program();
        this.constants = List.copyOf(reader.constants());
        this.scalars = List.copyOf(scalars);
        this.numbers = Storage.allocate(kernels.precision(), program.numbers());
    }

    /**
     * Runs an optimiser's equation on values without numbers.
     *
     * @param shape of the parameters
     * @param state of the structure and the shapes that are remembered; its numbers are not read
     * @throws NotElementwise if an element depends on more than those at its place
     */
    static <S extends State> Equation trace(TendrilEngine engine, Optimizer<S> optimizer, Shape shape, S state)
            throws NotElementwise {
        try (TracingPass pass = new TracingPass(engine, false)) {
            PassTensor parameter = pass.input(shape);
            PassTensor gradient = pass.input(shape);
            S before = States.mapTensors(state, tensor -> pass.input(tensor.shape()));
            EquationReader reader = new EquationReader(shape.elements());
            List<Optimizer.Expression> scalars = new ArrayList<>();
            Optimizer.Updated<S> updated = optimizer.update(parameter, gradient, before, expression -> {
                PassTensor number = pass.input(Shape.scalar());
                scalars.add(expression);
                reader.given(number);
                return number;
            });
            reader.place(parameter);
            reader.place(gradient);
            for (Tensor tensor : States.tensors(before)) {
                reader.place(tensor);
            }
            for (Instruction instruction : pass.instructions()) {
                reader.read(instruction);
            }
            reader.output(parameter, updated.parameter());
            outputs(reader, States.tensors(before), States.tensors(updated.state()));
            return new Equation(engine.kernels(), reader, scalars);
        }
    }

    private static void outputs(EquationReader reader, List<Tensor> before, List<Tensor> after) throws NotElementwise {
        if (before.size() != after.size()) {
            throw new NotElementwise("its state of " + before.size() + " tensors becomes one of " + after.size());
        }
        for (int i = 0; i < before.size(); i++) {
            reader.output(before.get(i), after.get(i));
        }
    }

    /** Kernels that are run on every element. */
    int kernels() {
        return program.kernels();
    }

    /** Elements of memory that a thread needs while it runs. */
    int scratch() {
        return program.scratch();
    }

    /** Evaluates the numbers of an update. */
    void prepare(Elementwise elementwise, Updates.Moment moment) {
        double[] given = new double[scalars.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = scalars.get(i).at(moment.learningRate(), moment.step());
        }
        program.prepare(elementwise, given, numbers);
    }

    /**
     * The program, applied to one parameter.
     *
     * @param equation that is applied; prepared
     * @param places the parameter, its gradient, its state
     * @param elements of each
     */
    record Task(Equation equation, List<Span> places, int elements) {
        int blocks() {
            return ElementProgram.blocks(elements);
        }

        long work() {
            return (long) elements * equation.program.kernels();
        }

        /** Computes some blocks. */
        void run(Elementwise elementwise, Storage scratch, int from, int to) {
            equation.program.run(elementwise, places, elements, equation.numbers, scratch, from, to);
        }
    }

    /** To be applied to one parameter. */
    Task task(Array parameter, Span gradient, List<Span> state) {
        List<Span> places = new ArrayList<>(List.of(parameter.span(), gradient));
        places.addAll(state);
        places.addAll(constants);
        return new Task(this, places, parameter.elements());
    }
}
