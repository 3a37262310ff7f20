package dev.tendril.benchmarks.loop;

import dev.tendril.benchmarks.child.Task;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Adam as one hand-written loop over plain arrays, split between threads: what an equation is measured by. */
public final class FusedAdamTask implements Task {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final double RATE = 0.001;

    private final float[] parameters;
    private final float[] gradients;
    private final float[] means;
    private final float[] squares;
    private final Threads threads;
    private int steps;

    /** Parameters that are all 0. */
    public FusedAdamTask(int count, int threads) {
        this.parameters = new float[count];
        this.gradients = new float[count];
        this.means = new float[count];
        this.squares = new float[count];
        Arrays.fill(gradients, 0.01f);
        this.threads = new Threads(threads);
    }

    @Override
    public void step() {
        steps++;
        float rate = (float) (RATE / (1 - Math.pow(BETA1, steps)));
        float correction = (float) (1 / (1 - Math.pow(BETA2, steps)));
        int blocks = (parameters.length + SPECIES.length() - 1) / SPECIES.length();
        threads.run(worker -> {
            int from = (int) ((long) blocks * worker / threads.count()) * SPECIES.length();
            int to = (int) ((long) blocks * (worker + 1) / threads.count()) * SPECIES.length();
            update(from, Math.min(to, parameters.length), rate, correction);
        });
    }

    private void update(int from, int to, float rate, float correction) {
        int i = from;
        for (; i + SPECIES.length() <= to; i += SPECIES.length()) {
            FloatVector g = FloatVector.fromArray(SPECIES, gradients, i);
            FloatVector m = FloatVector.fromArray(SPECIES, means, i).mul(BETA1).add(g.mul(1 - BETA1));
            FloatVector v = FloatVector.fromArray(SPECIES, squares, i)
                    .mul(BETA2)
                    .add(g.mul(g).mul(1 - BETA2));
            FloatVector deviation =
                    v.mul(correction).lanewise(VectorOperators.SQRT).add(EPSILON);
            FloatVector.fromArray(SPECIES, parameters, i)
                    .sub(m.mul(rate).div(deviation))
                    .intoArray(parameters, i);
            m.intoArray(means, i);
            v.intoArray(squares, i);
        }
        for (; i < to; i++) {
            float g = gradients[i];
            means[i] = BETA1 * means[i] + (1 - BETA1) * g;
            squares[i] = BETA2 * squares[i] + (1 - BETA2) * g * g;
            float deviation = (float) Math.sqrt(squares[i] * correction) + EPSILON;
            parameters[i] -= means[i] * rate / deviation;
        }
    }

    @Override
    public long parameters() {
        return parameters.length;
    }

    @Override
    public void close() {
        threads.close();
    }
}
