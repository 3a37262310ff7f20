package dev.tendril.testkit;

import dev.tendril.api.cell.State;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.tensor.TensorStore;
import dev.tendril.api.training.Optimizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two parameters on their way to the minimum of {@code ½ Σ c (θ − t)²}, whose gradient is {@code c (θ − t)}: a vector and a matrix.
 *
 * @param <S> what the optimiser remembers
 */
final class Descent<S extends State> {
    /** The share of the first loss that counts as the minimum. */
    static final double REACHED = 0.01;

    /** Updates after which it must be reached. */
    static final int LONGEST = 20_000;

    /** Updates between two looks at the loss. */
    static final int AT_ONCE = 50;

    private static final Shape VECTOR = Shape.of(5);
    private static final Shape MATRIX = Shape.of(3, 2);

    private final Engine engine;
    private final Optimizer<S> optimizer;
    private final ParameterStore store;
    private final Map<Parameter, S> states = new LinkedHashMap<>();

    private Descent(Engine engine, Optimizer<S> optimizer) {
        this.engine = engine;
        this.optimizer = optimizer;
        this.store = engine.parameters(RandomKey.of(5));
        store.create("vector", VECTOR, (shape, draw) -> first(shape));
        store.create("matrix", MATRIX, (shape, draw) -> first(shape));
    }

    static <S extends State> Descent<S> of(Engine engine, Optimizer<S> optimizer) {
        return new Descent<>(engine, optimizer);
    }

    private static double[] first(Shape shape) {
        double[] values = new double[Math.toIntExact(shape.elements())];
        for (int i = 0; i < values.length; i++) {
            values[i] = target(i) + (i % 2 == 0 ? 0.7 : -0.4);
        }
        return values;
    }

    private static double target(int position) {
        return 0.3 - 0.1 * position;
    }

    private static double curvature(int position) {
        return 0.5 + 0.25 * position;
    }

    double loss() {
        double sum = 0;
        for (Parameter parameter : store.parameters()) {
            double[] theta = parameter.toDoubles();
            for (int i = 0; i < theta.length; i++) {
                double distance = theta[i] - target(i);
                sum += curvature(i) * distance * distance / 2;
            }
        }
        return sum;
    }

    private static double[] gradient(double[] theta) {
        double[] gradient = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            gradient[i] = curvature(i) * (theta[i] - target(i));
        }
        return gradient;
    }

    /** Updates from one number to another, both included; the numbers of everything afterwards. */
    Map<String, Numbers> updates(int from, int to) {
        for (int step = from; step <= to; step++) {
            Map<Parameter, Tensor> gradients = new LinkedHashMap<>();
            for (Parameter parameter : store.parameters()) {
                gradients.put(parameter, engine.constant(parameter.shape(), gradient(parameter.toDoubles())));
            }
            engine.update(optimizer, states, gradients, optimizer.learningRate(), step);
        }
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        for (Parameter parameter : store.parameters()) {
            numbers.put(parameter.path(), Numbers.of(parameter));
            numbers.putAll(numbers(parameter.path(), state(parameter)));
        }
        return numbers;
    }

    private S state(Parameter parameter) {
        return Objects.requireNonNull(states.get(parameter), parameter.path());
    }

    private static Map<String, Numbers> numbers(String path, State state) {
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        for (Tensor tensor : States.tensors(state)) {
            numbers.put("state " + numbers.size() + " of " + path, Numbers.of(tensor));
        }
        return numbers;
    }

    /** The same by the optimiser's own equation, every tensor a fresh copy. */
    Map<String, Numbers> byEquation(int updates) {
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        for (Parameter parameter : store.parameters()) {
            Tensor theta = parameter.copy();
            S state = initial(theta);
            for (int step = 1; step <= updates; step++) {
                try (Pass pass = engine.open(PassOptions.inference())) {
                    long number = step;
                    Optimizer.Updated<S> updated = optimizer.update(
                            pass.attach(theta),
                            pass.tensor(theta.shape(), gradient(theta.toDoubles())),
                            States.mapTensors(state, pass::attach),
                            expression -> pass.full(Shape.scalar(), expression.at(optimizer.learningRate(), number)));
                    theta = updated.parameter().copy();
                    state = States.mapTensors(updated.state(), Tensor::copy);
                }
            }
            numbers.put(parameter.path(), Numbers.of(theta));
            numbers.putAll(numbers(parameter.path(), state));
        }
        return numbers;
    }

    private S initial(Tensor theta) {
        try (Pass pass = engine.open(PassOptions.inference())) {
            return States.mapTensors(optimizer.initialState(pass.attach(theta), pass), Tensor::copy);
        }
    }

    /** Fails unless a state is made of tensors alone, and stays of one structure. */
    void checkStates() {
        List<String> problems = new ArrayList<>();
        for (Parameter parameter : store.parameters()) {
            S before = initial(parameter);
            States.check(before.getClass());
            updates(1, 2);
            S after = state(parameter);
            List<Tensor> first = States.tensors(before);
            List<Tensor> second = States.tensors(after);
            for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
                String one = i < first.size() ? first.get(i).shape().toString() : "missing";
                String other = i < second.size() ? second.get(i).shape().toString() : "missing";
                if (!one.equals(other)) {
                    problems.add("tensor " + i + " of " + parameter.path() + " is " + one + " before updates and "
                            + other + " after them");
                }
            }
        }
        Failures.failIf(problems, "what is remembered keeps its tensors and their shapes");
    }

    /** This run again, in an engine's store of its own, from what was written of it. */
    Descent<S> resumed(Optimizer<?> another) throws IOException {
        @SuppressWarnings("unchecked") // made from the same parameters
        Descent<S> resumed = new Descent<>(engine, (Optimizer<S>) another);
        for (Parameter parameter : store.parameters()) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(Map.of("parameter", parameter));
            for (Tensor tensor : States.tensors(state(parameter))) {
                tensors.put("state" + tensors.size(), tensor);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            engine.tensorStore().write(tensors, bytes);
            resumed.read(
                    parameter.path(), engine.tensorStore().read("checkpoint", ByteBuffer.wrap(bytes.toByteArray())));
        }
        return resumed;
    }

    private void read(String path, TensorStore.Stored stored) {
        store.assign(path, stored.read("parameter"));
        Parameter parameter = store.find(path).orElseThrow();
        int[] number = {1};
        states.put(parameter, States.mapTensors(initial(parameter), tensor -> stored.read("state" + number[0]++)));
    }
}
