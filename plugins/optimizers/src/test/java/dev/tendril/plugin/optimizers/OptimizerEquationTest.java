package dev.tendril.plugin.optimizers;

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
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every optimiser against its equation in plain loops, over many steps with a changing learning rate. */
final class OptimizerEquationTest {
    private static final int STEPS = 101;
    private static final int SIZE = 13;
    private static final double B1 = 0.9;
    private static final double B2 = 0.99;

    /** An equation in plain loops: the new value of element i; it keeps what it remembers. */
    private interface Plain {
        double moved(int i, double theta, double g, double rate, int t);
    }

    private static double rate(Optimizer<?> optimizer, int t) {
        return optimizer.learningRate() * (t % 10 == 0 ? 0.5 : 1);
    }

    /** Gradients that change in size and sign, and depend on the parameter. */
    private static double[] gradient(double[] theta, int t) {
        double[] gradient = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            gradient[i] = 0.3 * theta[i] + Math.cos(0.7 * t * (i + 1)) * Math.pow(10, i % 5 - 3);
        }
        return gradient;
    }

    /** In float32 the errors of 101 steps add up, and a quotient of small numbers has them large. */
    private static void agrees(Precision precision, Optimizer<?> optimizer, Plain plain) {
        double[] theta = new Random(17).doubles(SIZE, -1, 1).toArray();
        double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 2e-5;
        try (Engine engine =
                TendrilEngine.builder().precision(precision).threads(1).build()) {
            Parameter parameter =
                    engine.parameters(RandomKey.of(1)).create("p", Shape.of(SIZE), (shape, draw) -> theta.clone());
            double[] start = theta.clone();
            run(engine, optimizer, parameter, theta, plain);
            assertThat(parameter.toDoubles()).containsExactly(theta, within(tolerance));
            assertThat(theta).doesNotContain(start);
        }
    }

    private static <S extends State> void run(
            Engine engine, Optimizer<S> optimizer, Parameter parameter, double[] theta, Plain plain) {
        Map<Parameter, S> states = new LinkedHashMap<>();
        for (int t = 1; t <= STEPS; t++) {
            double[] gradient = gradient(theta, t);
            double rate = rate(optimizer, t);
            Map<Parameter, Tensor> gradients = Map.of(parameter, engine.constant(Shape.of(SIZE), gradient));
            engine.update(optimizer, states, gradients, rate, t);
            for (int i = 0; i < SIZE; i++) {
                theta[i] = plain.moved(i, theta[i], gradient[i], rate, t);
            }
        }
    }

    private static double fade(double beta, double mean, double value) {
        return beta * mean + (1 - beta) * value;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void adagradDividesByTheRootOfTheSum(Precision precision) {
        double[] s = new double[SIZE];
        Arrays.fill(s, 0.1);
        agrees(precision, new Adagrad(new Adagrad.Parameters(0.05, 0.1, 1e-6)), (i, theta, g, rate, t) -> {
            s[i] += g * g;
            return theta - rate * g / (Math.sqrt(s[i]) + 1e-6);
        });
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void rmspropDividesByTheRootOfTheMean(Precision precision) {
        double[] v = new double[SIZE];
        agrees(precision, new RmsProp(new RmsProp.Parameters(0.01, 0.9, 1e-6)), (i, theta, g, rate, t) -> {
            v[i] = fade(0.9, v[i], g * g);
            return theta - rate * g / (Math.sqrt(v[i]) + 1e-6);
        });
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theRmspropOfGravesDividesByTheDeviation(Precision precision) {
        double[] v = new double[SIZE];
        double[] m = new double[SIZE];
        double[] d = new double[SIZE];
        Optimizer<?> graves = new GravesRmsProp(new GravesRmsProp.Parameters(0.01, 0.95, 0.8, 1e-3));
        agrees(precision, graves, (i, theta, g, rate, t) -> {
            v[i] = fade(0.95, v[i], g * g);
            m[i] = fade(0.95, m[i], g);
            d[i] = 0.8 * d[i] - rate * g / Math.sqrt(v[i] - m[i] * m[i] + 1e-3);
            return theta + d[i];
        });
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void adadeltaMovesInProportionToItsMoves(Precision precision) {
        double[] v = new double[SIZE];
        double[] u = new double[SIZE];
        agrees(precision, new Adadelta(new Adadelta.Parameters(1, 0.95, 1e-4)), (i, theta, g, rate, t) -> {
            v[i] = fade(0.95, v[i], g * g);
            double d = Math.sqrt(u[i] + 1e-4) / Math.sqrt(v[i] + 1e-4) * g;
            u[i] = fade(0.95, u[i], d * d);
            return theta - rate * d;
        });
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void adamwDecaysApartFromTheGradient(Precision precision) {
        double[] m = new double[SIZE];
        double[] v = new double[SIZE];
        AdamW adamw = new AdamW(new AdamW.Parameters(0.01, B1, B2, 1e-6, 0.3));
        agrees(precision, adamw, (i, theta, g, rate, t) -> {
            m[i] = fade(B1, m[i], g);
            v[i] = fade(B2, v[i], g * g);
            double deviation = Math.sqrt(v[i] / (1 - Math.pow(B2, t)));
            double direction = m[i] / (1 - Math.pow(B1, t)) / (deviation + 1e-6);
            return theta - rate * (direction + 0.3 * theta);
        });
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void amsgradKeepsTheLargestMean(Precision precision) {
        double[] m = new double[SIZE];
        double[] v = new double[SIZE];
        double[] w = new double[SIZE];
        AmsGrad amsgrad = new AmsGrad(new AmsGrad.Parameters(0.01, B1, B2, 1e-6));
        agrees(precision, amsgrad, (i, theta, g, rate, t) -> {
            m[i] = fade(B1, m[i], g);
            v[i] = fade(B2, v[i], g * g);
            w[i] = Math.max(w[i], v[i]);
            return theta - rate * m[i] / (Math.sqrt(w[i]) + 1e-6);
        });
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void nadamLooksAhead(Precision precision) {
        double[] m = new double[SIZE];
        double[] v = new double[SIZE];
        agrees(precision, new Nadam(new Nadam.Parameters(0.01, B1, B2, 1e-6)), (i, theta, g, rate, t) -> {
            m[i] = fade(B1, m[i], g);
            v[i] = fade(B2, v[i], g * g);
            double ahead = B1 * m[i] / (1 - Math.pow(B1, t + 1)) + (1 - B1) * g / (1 - Math.pow(B1, t));
            return theta - rate * ahead / (Math.sqrt(v[i] / (1 - Math.pow(B2, t))) + 1e-6);
        });
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void lionStepsByTheSign(Precision precision) {
        double[] m = new double[SIZE];
        agrees(precision, new Lion(new Lion.Parameters(0.003, B1, B2, 0.2)), (i, theta, g, rate, t) -> {
            double c = fade(B1, m[i], g);
            m[i] = fade(B2, m[i], g);
            return theta - rate * (Math.signum(c) + 0.2 * theta);
        });
    }
}
