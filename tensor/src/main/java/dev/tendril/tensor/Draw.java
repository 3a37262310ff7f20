package dev.tendril.tensor;

import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;

/** The distributions that noise has. */
enum Draw {
    /** 1 with the probability that is the parameter, else 0. */
    BERNOULLI {
        @Override
        double number(RandomSource random, RandomKey key, long counter, double parameter) {
            return random.uniform(key, counter) < parameter ? 1 : 0;
        }

        @Override
        double mean(double parameter) {
            return parameter;
        }
    },
    /** Uniform in [0, 1). */
    UNIFORM {
        @Override
        double number(RandomSource random, RandomKey key, long counter, double parameter) {
            return random.uniform(key, counter);
        }

        @Override
        double mean(double parameter) {
            return 0.5;
        }
    },
    /** Standard normal. */
    NORMAL {
        @Override
        double number(RandomSource random, RandomKey key, long counter, double parameter) {
            return random.normal(key, counter);
        }

        @Override
        double mean(double parameter) {
            return 0;
        }
    };

    abstract double number(RandomSource random, RandomKey key, long counter, double parameter);

    abstract double mean(double parameter);
}
