package dev.tendril.testkit;

import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.training.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Tendril relies on in a metric. That its values are the right ones is for a test of your own.
 *
 * @param <P> the metric's parameters
 */
public abstract class MetricContract<P extends Record> extends ComponentContract<P> {
    private static final double ROUNDING = 1e-12;
    private final List<Judged> judged;

    /**
     * The contract of one metric.
     *
     * @param plugin that brings the metric
     * @param examples its name and parameters
     * @param judged predictions that it can judge: two at least, of different worth
     */
    protected MetricContract(Class<? extends Plugin> plugin, Examples<P> examples, List<Judged> judged) {
        super(Kind.METRIC, plugin, examples);
        this.judged = List.copyOf(judged);
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Metric metric(Trial trial) {
        return ((MetricProvider<Record>) trial.provider(MetricProvider.class)).create(trial.parameters());
    }

    /** The value after each example. */
    private static Map<String, Numbers> values(Metric metric, List<Judged> judged) {
        Metric.Accumulator accumulator = metric.start();
        Map<String, Numbers> values = new LinkedHashMap<>();
        for (Judged each : judged) {
            accumulator.add(each.prediction(), each.reference());
            values.put("value after " + (values.size() + 1), scalar(accumulator.value()));
        }
        return values;
    }

    private static Numbers scalar(double value) {
        return new Numbers(Shape.scalar(), new double[] {value});
    }

    @Override
    final void smoke(Trial trial) {
        values(metric(trial), judged);
    }

    @Override
    final List<Check> checks(Trial trial) {
        return List.of(
                new Check("without an example there is no value", () -> nothing(trial)),
                new Check("it judges what it is tried on, in numbers", () -> judges(trial)),
                new Check("judgings do not meet", () -> apart(trial)),
                new Check("the order of the examples does not matter", () -> order(trial)),
                new Check("threads that use it at once get the same bits", () -> concurrent(trial)));
    }

    private static void nothing(Trial trial) {
        double value = metric(trial).start().value();
        Failures.failIf(Double.isNaN(value) ? List.of() : List.of("it is " + value), "the value of no example is NaN");
    }

    private void judges(Trial trial) {
        Metric metric = metric(trial);
        List<String> problems = new ArrayList<>();
        for (Judged each : judged) {
            if (!metric.judges(each.prediction(), each.reference())) {
                problems.add("judges() refuses " + each);
            }
        }
        double last = scalarOf(values(metric, judged));
        if (!Double.isFinite(last)) {
            problems.add("the value of all examples is " + last);
        }
        Failures.failIf(problems, "a metric judges the examples it is given");
    }

    private double scalarOf(Map<String, Numbers> values) {
        return new ArrayList<>(values.values()).get(judged.size() - 1).values()[0];
    }

    private void apart(Trial trial) {
        Metric metric = metric(trial);
        Metric.Accumulator first = metric.start();
        Metric.Accumulator second = metric.start();
        Map<String, Numbers> beside = new LinkedHashMap<>();
        for (int i = 0; i < judged.size(); i++) {
            Judged other = judged.get(judged.size() - 1 - i);
            second.add(other.prediction(), other.reference());
            first.add(judged.get(i).prediction(), judged.get(i).reference());
            beside.put("value after " + (i + 1), scalar(first.value()));
        }
        new Same("alone", "beside another judging").bits("each judging is its own", values(metric, judged), beside);
    }

    private void order(Trial trial) {
        Metric metric = metric(trial);
        Metric.Accumulator turned = metric.start();
        for (int i = judged.size() - 1; i >= 0; i--) {
            turned.add(judged.get(i).prediction(), judged.get(i).reference());
        }
        new Same("in order", "from the end")
                .close(
                        "a metric is a property of the set of examples",
                        Map.of("value", scalar(scalarOf(values(metric, judged)))),
                        Map.of("value", scalar(turned.value())),
                        ROUNDING);
    }

    private void concurrent(Trial trial) throws Exception {
        Metric metric = metric(trial);
        Together.check(
                "several threads get the bits of one", variant -> values(metric, Together.rotated(judged, variant)));
    }
}
