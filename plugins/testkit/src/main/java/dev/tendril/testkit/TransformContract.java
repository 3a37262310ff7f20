package dev.tendril.testkit;

import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Transform;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.TransformProvider;
import dev.tendril.api.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * What Tendril relies on in a transform.
 *
 * @param <P> the transform's parameters
 */
public abstract class TransformContract<P extends Record> extends ComponentContract<P> {
    private static final double ROUNDING = 1e-9;
    private final int features;

    /**
     * The contract of one transform.
     *
     * @param plugin that brings the transform
     * @param examples its name and parameters
     * @param features of the vectors it is tried on
     */
    protected TransformContract(Class<? extends Plugin> plugin, Examples<P> examples, int features) {
        super(Kind.TRANSFORM, plugin, examples);
        this.features = features;
    }

    /** How far numbers may be off after {@code invert(apply(numbers))}, beside their largest; more for one that loses something. */
    protected double tolerance() {
        return ROUNDING;
    }

    /** Sequences of vectors, one without a step among them, whose last feature never changes. */
    private List<Raw.Numbers> examples() {
        List<Raw.Numbers> examples = new ArrayList<>();
        Random random = new Random(13);
        for (int steps : new int[] {5, 0, 3, 1}) {
            double[] values = Samples.gaussian((long) steps * features, random, 3);
            for (int i = features - 1; i < values.length && features > 1; i += features) {
                values[i] = 2;
            }
            examples.add(new Raw.Numbers(Shape.of(steps, features), values));
        }
        return examples;
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static TransformProvider<Record> provider(Trial trial) {
        return trial.provider(TransformProvider.class);
    }

    private static Fitted<?, Raw.Numbers, Transform> fitted(Trial trial) {
        return provider(trial).create(trial.parameters());
    }

    private Learning<Transform> learning(Trial trial) {
        return Learning.of(trial.registry(), () -> fitted(trial), examples(), looks());
    }

    private List<Function<Transform, String>> looks() {
        List<Function<Transform, String>> looks = new ArrayList<>();
        examples().forEach(each -> looks.add(transform -> described(transform.apply(each))));
        return looks;
    }

    private static String described(Raw.Numbers numbers) {
        return numbers.shape() + " " + Arrays.toString(numbers.values());
    }

    @Override
    final void smoke(Trial trial) {
        learning(trial).smoke();
    }

    @Override
    final List<Check> checks(Trial trial) {
        List<Check> checks = new ArrayList<>(learning(trial).checks());
        checks.add(new Check("vectors have the size that was inferred", () -> sizes(trial)));
        checks.add(new Check("every number is finite", () -> finite(trial)));
        checks.add(new Check("inverting gives the numbers back", () -> inverse(trial)));
        return checks;
    }

    private void sizes(Trial trial) {
        int inferred = provider(trial).features(trial.parameters(), features);
        Transform transform = learning(trial).learnt();
        for (Raw.Numbers each : examples()) {
            Sizes.check(
                    "a transform keeps the steps and gives vectors of the size that was inferred",
                    each.shape().with(-1, inferred),
                    transform.apply(each).shape());
        }
    }

    private void finite(Trial trial) {
        Transform transform = learning(trial).learnt();
        List<String> problems = new ArrayList<>();
        for (Raw.Numbers each : examples()) {
            Raw.Numbers applied = transform.apply(each);
            if (!Arrays.stream(applied.values()).allMatch(Double::isFinite)) {
                problems.add(Arrays.toString(each.values()) + " becomes " + Arrays.toString(applied.values()));
            }
        }
        Failures.failIf(problems, "numbers stay finite, those of a feature that never changes too");
    }

    private void inverse(Trial trial) {
        Transform transform = learning(trial).learnt();
        for (Raw.Numbers each : examples()) {
            Raw.Numbers back = transform.invert(transform.apply(each));
            new Same("in the data", "after apply and invert")
                    .close(
                            "invert undoes apply",
                            Map.of("numbers", new Numbers(each.shape(), each.values())),
                            Map.of("numbers", new Numbers(back.shape(), back.values())),
                            tolerance());
        }
    }
}
