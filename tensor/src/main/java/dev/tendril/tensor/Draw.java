package dev.tendril.tensor;

import dev.tendril.api.tensor.RandomSource;

/** The distributions that noise has. */
enum Draw {
    /** 1 with the probability that is the parameter, else 0. */
    BERNOULLI(1) {
        @Override
        double number(long[] bits, int at, double parameter) {
            return RandomSource.uniform(bits[at]) < parameter ? 1 : 0;
        }

        @Override
        double mean(double parameter) {
            return parameter;
        }
    },
    /** Uniform in [0, 1). */
    UNIFORM(1) {
        @Override
        double number(long[] bits, int at, double parameter) {
            return RandomSource.uniform(bits[at]);
        }

        @Override
        double mean(double parameter) {
            return 0.5;
        }
    },
    /** Standard normal. */
    NORMAL(2) {
        @Override
        double number(long[] bits, int at, double parameter) {
            return RandomSource.normal(bits[at], bits[at + 1]);
        }

        @Override
        double mean(double parameter) {
            return 0;
        }
    };

    private final int counters;

    Draw(int counters) {
        this.counters = counters;
    }

    /** Counters whose bits make a number. */
    int counters() {
        return counters;
    }

    /** The number that the bits at a place make. */
    abstract double number(long[] bits, int at, double parameter);

    abstract double mean(double parameter);
}
