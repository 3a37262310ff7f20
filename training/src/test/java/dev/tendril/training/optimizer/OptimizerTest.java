package dev.tendril.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import dev.tendril.training.Engines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every optimiser against its equation in plain loops, over many steps with a changing learning rate. */
final class OptimizerTest {
    private static final int STEPS = 101;
    private static final int SIZE = 13;

    /** An equation in plain loops, which keeps what it remembers. */
    private interface Plain {
        void step(double[] theta, double[] gradient, double rate, int t);
    }

    private static double rate(Optimizer<?> optimizer, int t) {
        return optimizer.learningRate() * (t % 10 == 0 ? 0.5 : 1);
    }

    /** A gradient that changes in size and sign, and depends on the parameter. */
    private static double[] gradient(double[] theta, int t) {
        double[] gradient = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            gradient[i] = 0.3 * theta[i] + Math.cos(0.7 * t * (i + 1)) * Math.pow(10, i % 5 - 3);
        }
        return gradient;
    }

    private static void agrees(Precision precision, Optimizer<?> optimizer, Plain plain) {
        double[] theta = new Random(17).doubles(SIZE, -1, 1).toArray();
        double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 2e-5; // errors of 101 steps add up
        try (Engine engine = Engines.of(precision)) {
            Parameter parameter =
                    engine.parameters(RandomKey.of(1)).create("p", Shape.of(SIZE), (shape, draw) -> theta.clone());
            run(engine, optimizer, parameter, theta, plain);
            assertThat(parameter.toDoubles()).containsExactly(theta, within(tolerance));
        }
    }

    private static <S extends State> void run(
            Engine engine, Optimizer<S> optimizer, Parameter parameter, double[] theta, Plain plain) {
        Map<Parameter, S> states = new LinkedHashMap<>();
        for (int t = 1; t <= STEPS; t++) {
            double[] gradient = gradient(theta, t);
            Map<Parameter, Tensor> gradients = Map.of(parameter, engine.constant(Shape.of(SIZE), gradient));
            engine.update(optimizer, states, gradients, rate(optimizer, t), t);
            plain.step(theta, gradient, rate(optimizer, t), t);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void sgdFollowsTheGradient(Precision precision) {
        agrees(precision, sgd(0.05, 0, false, 0.01), (theta, gradient, rate, t) -> {
            for (int i = 0; i < SIZE; i++) {
                theta[i] -= rate * (gradient[i] + 0.01 * theta[i]);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void sgdWithMomentumKeepsAVelocity(Precision precision) {
        double[] velocity = new double[SIZE];
        agrees(precision, sgd(0.02, 0.9, false, 0.001), (theta, gradient, rate, t) -> {
            for (int i = 0; i < SIZE; i++) {
                velocity[i] = 0.9 * velocity[i] + gradient[i] + 0.001 * theta[i];
                theta[i] -= rate * velocity[i];
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void nesterovLooksAhead(Precision precision) {
        double[] velocity = new double[SIZE];
        agrees(precision, sgd(0.02, 0.8, true, 0), (theta, gradient, rate, t) -> {
            for (int i = 0; i < SIZE; i++) {
                velocity[i] = 0.8 * velocity[i] + gradient[i];
                theta[i] -= rate * (gradient[i] + 0.8 * velocity[i]);
            }
        });
    }

    /** Nesterov's method as Sutskever et al. (2013) state it, with the gradient taken at θ + μ v, gives the same look-ahead points. */
    @Test
    void nesterovIsTheMethodOfThePaperSeenFromTheLookAheadPoint() {
        double mu = 0.8;
        double rate = 0.05;
        double[] position = new Random(17).doubles(SIZE, -1, 1).toArray(); // velocity 0: position = look-ahead point
        double[] velocity = new double[SIZE];
        try (Engine engine = Engines.of(Precision.FLOAT64)) {
            double[] start = position.clone();
            Parameter parameter =
                    engine.parameters(RandomKey.of(1)).create("p", Shape.of(SIZE), (shape, draw) -> start);
            Map<Parameter, MomentumDescent.Velocity> states = new LinkedHashMap<>();
            MomentumDescent nesterov = new MomentumDescent(new SgdParameters(rate, mu, true, 0));
            for (int t = 1; t <= STEPS; t++) {
                double[] lookAhead = new double[SIZE];
                for (int i = 0; i < SIZE; i++) {
                    lookAhead[i] = position[i] + mu * velocity[i];
                }
                assertThat(parameter.toDoubles()).containsExactly(lookAhead, within(1e-12));
                double[] gradient = gradient(lookAhead, t);
                for (int i = 0; i < SIZE; i++) {
                    velocity[i] = mu * velocity[i] - rate * gradient[i];
                    position[i] += velocity[i];
                }
                engine.update(nesterov, states, Map.of(parameter, engine.constant(Shape.of(SIZE), gradient)), rate, t);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void adamScalesByCorrectedMoments(Precision precision) {
        double[] m = new double[SIZE];
        double[] v = new double[SIZE];
        Optimizer<?> adam = new AdamProvider().create(new AdamParameters(0.01, 0.9, 0.99, 1e-6));
        agrees(precision, adam, (theta, gradient, rate, t) -> {
            for (int i = 0; i < SIZE; i++) {
                m[i] = 0.9 * m[i] + (1 - 0.9) * gradient[i];
                v[i] = 0.99 * v[i] + (1 - 0.99) * gradient[i] * gradient[i];
                double corrected = m[i] / (1 - Math.pow(0.9, t));
                double deviation = Math.sqrt(v[i] / (1 - Math.pow(0.99, t)));
                theta[i] -= rate * corrected / (deviation + 1e-6);
            }
        });
    }

    @Test
    void adamMovesEachElementByTheLearningRateAtFirst() {
        try (Engine engine = Engines.of(Precision.FLOAT64)) {
            Parameter parameter =
                    engine.parameters(RandomKey.of(1)).create("p", Shape.of(2), (shape, draw) -> new double[] {1, 1});
            Map<Parameter, Adam.Moments> states = new LinkedHashMap<>();
            Tensor gradient = engine.constant(Shape.of(2), 1e3, -1e-3);
            engine.update(
                    new Adam(new AdamParameters(0.1, 0.9, 0.999, 1e-8)), states, Map.of(parameter, gradient), 0.1, 1);
            assertThat(parameter.toDoubles()).containsExactly(new double[] {0.9, 1.1}, within(1e-5)); // ε / |g|
        }
    }

    private static Optimizer<?> sgd(double rate, double momentum, boolean nesterov, double decay) {
        return new SgdProvider().create(new SgdParameters(rate, momentum, nesterov, decay));
    }
}
