package dev.tendril.testkit;

import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A subject on an engine.
 *
 * @param engine computes
 * @param subject what is computed
 */
record Run(Engine engine, Subject subject) {
    private static final int PARAMETER_SEED = 19;
    private static final int WEIGHT_SEED = 29;

    /** Makes the subject; its parameters are random numbers, since a bias of 0 or a gain of 1 would hide a forgotten factor. */
    static Run of(Engine engine, Subject.Maker maker) {
        Run run = new Run(engine, maker.make(engine, 5));
        Random random = new Random(PARAMETER_SEED);
        ParameterStore parameters = run.subject.parameters();
        for (Parameter parameter : parameters.parameters()) {
            double[] values = Samples.gaussian(parameter.shape().elements(), random, 0.6);
            parameters.assign(parameter.path(), engine.constant(parameter.shape(), values));
        }
        return run;
    }

    SampleBatch batch() {
        return SampleBatch.of(subject.inputs());
    }

    static PassOptions options(boolean training, SampleBatch batch) {
        return training ? PassOptions.training(RandomKey.of(3), batch.examples()) : PassOptions.diagnostics();
    }

    /** The outputs by name. */
    Map<String, Numbers> outputs(SampleBatch batch, boolean training) {
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        try (Pass pass = engine.open(options(training, batch))) {
            compute(batch, tensors(batch, pass), pass)
                    .forEach((name, output) -> numbers.put(name, Numbers.of(output.tensor())));
        }
        return numbers;
    }

    /** The outputs, and the gradients of a random sum of them by every parameter and input, by name. */
    Map<String, Numbers> outputsAndGradients(SampleBatch batch, boolean training) {
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        try (Pass pass = engine.open(options(training, batch))) {
            List<Tensor> tensors = tensors(batch, pass);
            Map<String, Subject.Output> outputs = compute(batch, tensors, pass);
            outputs.forEach((name, output) -> numbers.put(name, Numbers.of(output.tensor())));
            Map<String, Tensor> leaves = leaves(batch, tensors);
            if (!leaves.isEmpty()) {
                Gradients gradients = engine.gradients(projected(outputs, pass), leaves.values());
                leaves.forEach((name, leaf) -> numbers.put("gradient by " + name, Numbers.of(gradients.of(leaf))));
            }
        }
        return numbers;
    }

    /** What is differentiated by. */
    Map<String, Tensor> leaves(SampleBatch batch, List<Tensor> tensors) {
        Map<String, Tensor> leaves = new LinkedHashMap<>();
        subject.parameters().parameters().forEach(parameter -> leaves.put(parameter.path(), parameter));
        for (int i = 0; i < tensors.size(); i++) {
            if (batch.samples().get(i).input().differentiated()) {
                leaves.put(batch.samples().get(i).input().name(), tensors.get(i));
            }
        }
        return leaves;
    }

    /** Numbers of every input, in order. */
    List<Tensor> tensors(SampleBatch batch, Pass pass) {
        List<Tensor> tensors = new ArrayList<>();
        for (Sample sample : batch.samples()) {
            tensors.add(pass.tensor(sample.numbers().shape(), sample.numbers().values()));
        }
        return tensors;
    }

    Map<String, Subject.Output> compute(SampleBatch batch, List<Tensor> tensors, Pass pass) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < tensors.size(); i++) {
            Sample sample = batch.samples().get(i);
            values.put(sample.input().name(), sample.ids() ? sample.idValue() : sample.value(tensors.get(i)));
        }
        return subject.computation().outputs(new Subject.Given(values, batch.rows()), pass);
    }

    /** Each output weighted by fixed random numbers, so that no element can hide behind another. */
    static Tensor projected(Map<String, Subject.Output> outputs, Pass pass) {
        Random random = new Random(WEIGHT_SEED);
        Tensor sum = pass.zeros(Shape.scalar());
        for (Subject.Output output : outputs.values()) {
            Shape shape = output.tensor().shape();
            Tensor weights = pass.tensor(shape, Samples.gaussian(shape.elements(), random, 1));
            sum = sum.plus(output.tensor().times(weights).sum());
        }
        return sum;
    }
}
