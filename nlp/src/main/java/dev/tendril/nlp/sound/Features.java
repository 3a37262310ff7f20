package dev.tendril.nlp.sound;

import dev.tendril.api.data.Raw;
import dev.tendril.api.tensor.Shape;

/**
 * What the frames of a recording hold.
 *
 * @param size numbers of a frame
 * @param values [frames, size], row-major
 */
record Features(int size, double[] values) {

    /** How many frames there are. */
    int frames() {
        return values.length / size;
    }

    /** For the reader's example, [frames, size]. */
    Raw.Numbers raw() {
        return new Raw.Numbers(Shape.of(frames(), size), values);
    }

    /**
     * Each feature with mean 0 and deviation 1 over the frames: (x − μ) / σ, σ² = Σ (x − μ)² / frames. A feature that never changes
     * becomes 0.
     */
    Features normalized() {
        double[] result = values.clone();
        for (int feature = 0; feature < size; feature++) {
            shift(result, feature, result[feature]); // exact zeros if it never changes, whose mean need not be exact
            shift(result, feature, mean(result, feature));
            double deviation = deviation(result, feature);
            for (int i = feature; deviation > 0 && i < result.length; i += size) {
                result[i] /= deviation;
            }
        }
        return new Features(size, result);
    }

    private void shift(double[] numbers, int feature, double by) {
        for (int i = feature; i < numbers.length; i += size) {
            numbers[i] -= by;
        }
    }

    private double mean(double[] numbers, int feature) {
        double sum = 0;
        for (int i = feature; i < numbers.length; i += size) {
            sum += numbers[i];
        }
        return sum / frames();
    }

    private double deviation(double[] centered, int feature) {
        double sum = 0;
        for (int i = feature; i < centered.length; i += size) {
            sum += centered[i] * centered[i];
        }
        return Math.sqrt(sum / frames());
    }
}
