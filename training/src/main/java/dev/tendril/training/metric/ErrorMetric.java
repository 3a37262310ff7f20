package dev.tendril.training.metric;

import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.List;

/**
 * An error of numbers: of the predicted ones, or of the naive forecast that the data give beside the wanted ones.
 *
 * @param name in YAML
 * @param measure how the errors become one figure
 * @param forecast what is judged
 */
record ErrorMetric(String name, Measure measure, Forecast forecast) implements Metric {

    /** What is compared with the wanted numbers. */
    enum Forecast {
        /** What the model predicts. */
        PREDICTED,
        /** What the naive forecast says. */
        NAIVE
    }

    @Override
    public boolean judges(Prediction prediction, Reference reference) {
        return prediction instanceof Prediction.Numbers && reference instanceof Reference.Numbers;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public Accumulator start() {
        return new Accumulator() {
            private double sum;
            private long count;

            @Override
            public void add(Prediction prediction, Reference reference) {
                double[] errors = errors(prediction, reference);
                for (double error : errors) {
                    sum += measure.penalty(error);
                }
                count += errors.length;
            }

            @Override
            public double value() {
                return count == 0 ? Double.NaN : measure.figure(sum / count);
            }
        };
    }

    private double[] errors(Prediction prediction, Reference reference) {
        if (!(prediction instanceof Prediction.Numbers predicted && reference instanceof Reference.Numbers wanted)) {
            throw Unsuited.to(name, "numbers", prediction, reference);
        }
        Unsuited.unlessAsMany(
                name, "numbers", predicted.values().size(), wanted.values().size());
        List<Double> forecasts =
                forecast == Forecast.PREDICTED ? predicted.values() : given("naive", wanted.naive(), wanted);
        double[] errors = new double[wanted.values().size()];
        for (int at = 0; at < errors.length; at++) {
            errors[at] = forecasts.get(at) - wanted.values().get(at);
        }
        return measure.scaled() ? onScale(errors, given("scale", wanted.scale(), wanted)) : errors;
    }

    private static double[] onScale(double[] errors, List<Double> scale) {
        double[] scaled = new double[errors.length];
        for (int at = 0; at < errors.length; at++) {
            scaled[at] = errors[at] == 0 ? 0 : errors[at] / scale.get(at);
        }
        return scaled;
    }

    /** What the data give for each number, under a key of the field. */
    private List<Double> given(String key, List<Double> numbers, Reference.Numbers wanted) {
        if (numbers.size() != wanted.values().size()) {
            throw new TendrilException(
                    "metric '" + name + "' needs the key '" + key + "' of the field of numbers that the"
                            + " head predicts, which is missing; give the field one, or name other metrics under 'evaluation'");
        }
        return numbers;
    }
}
