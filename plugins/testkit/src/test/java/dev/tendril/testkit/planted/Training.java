package dev.tendril.testkit.planted;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.ClippingProvider;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Clipping;
import dev.tendril.api.training.Loss;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import dev.tendril.api.training.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Parts of training, right but for what their name says. */
final class Training {
    private Training() {}

    // ---- losses ----

    private record Distance(boolean refuses, UnaryOperator<Tensor> end) implements Loss {
        @Override
        public void check(EdgeType output, EdgeType target) {
            if (refuses) {
                throw new InvalidGraph(Port.TARGET, InvalidGraph.Kind.KIND_MISMATCH, "nothing fits");
            }
        }

        @Override
        public Tensor of(Sequence output, Value target, Pass pass) {
            Tensor difference = output.zeroPadded(pass)
                    .values()
                    .minus(((Sequence) target).zeroPadded(pass).values());
            return end.apply(difference.square());
        }

        @Override
        public double weight(Value target) {
            return target.lengths().isEmpty()
                    ? target.rows()
                    : target.lengths().get(0).total();
        }
    }

    private record OfLoss(String name, Loss loss) implements Defective, LossProvider<NoParameters> {
        @Override
        public Loss create(NoParameters parameters) {
            return loss;
        }
    }

    static List<LossProvider<?>> losses() {
        return List.of(
                new OfLoss("right", new Distance(false, Tensor::sum)),
                new OfLoss("averages", new Distance(false, x -> x.sum()
                        .times(1.0 / x.shape().size(0)))),
                new OfLoss("refuses", new Distance(true, Tensor::sum)));
    }

    // ---- initializers ----

    private record OfInitializer(String name, Supplier<Initializer> making)
            implements Defective, InitializerProvider<NoParameters> {
        @Override
        public Initializer create(NoParameters parameters) {
            return making.get();
        }
    }

    static List<InitializerProvider<?>> initializers() {
        Kept<double[]> kept = new Kept<>(new double[0]);
        AtomicInteger calls = new AtomicInteger();
        return List.of(
                new OfInitializer("right", () -> (shape, draw) -> drawn(Math.toIntExact(shape.elements()), draw, 0)),
                new OfInitializer(
                        "gives_one_too_few",
                        () -> (shape, draw) -> drawn(Math.toIntExact(shape.elements()) - 1, draw, 0)),
                new OfInitializer(
                        "counts_its_calls",
                        () -> (shape, draw) -> drawn(Math.toIntExact(shape.elements()), draw, calls.incrementAndGet())),
                new OfInitializer(
                        "keeps_its_numbers",
                        () -> (shape, draw) -> kept.through(drawn(Math.toIntExact(shape.elements()), draw, 0))));
    }

    private static double[] drawn(int count, Initializer.Draw draw, int from) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> draw.random().uniform(draw.key(), from + i));
        return values;
    }

    // ---- schedules ----

    private record OfSchedule(String name, Schedule schedule) implements Defective, ScheduleProvider<NoParameters> {
        @Override
        public Schedule create(NoParameters parameters) {
            return schedule;
        }
    }

    static List<ScheduleProvider<?>> schedules() {
        AtomicInteger calls = new AtomicInteger();
        Kept<Double> kept = new Kept<>(0.0);
        return List.of(
                new OfSchedule("right", progress -> 1.0 / progress.step()),
                new OfSchedule("falls_below_zero", progress -> 1 - 0.1 * progress.step()),
                new OfSchedule("counts_its_calls", progress -> 1.0 / calls.incrementAndGet()),
                new OfSchedule("keeps_its_factor", progress -> kept.through(1.0 / progress.step())));
    }

    // ---- clippings ----

    private record OfClipping(String name, Clipping clipping) implements Defective, ClippingProvider<NoParameters> {
        @Override
        public Clipping create(NoParameters parameters) {
            return clipping;
        }
    }

    static List<ClippingProvider<?>> clippings() {
        AtomicInteger open = new AtomicInteger();
        return List.of(
                new OfClipping("right", gradients -> halved(gradients, norm(gradients))),
                new OfClipping("turns_the_order", gradients -> {
                    Clipping.Clipped right = halved(gradients, norm(gradients));
                    List<Parameter> order = new ArrayList<>(gradients.keySet());
                    Collections.reverse(order);
                    Map<Parameter, Tensor> turned = new LinkedHashMap<>();
                    order.forEach(each -> turned.put(each, right.gradients().getOrDefault(each, gradients.get(each))));
                    return new Clipping.Clipped(turned, right.norm(), right.acted());
                }),
                new OfClipping("says_the_norm_afterwards", gradients -> halved(gradients, norm(gradients) / 2)),
                new OfClipping("works_on_what_it_is_given", gradients -> {
                    Clipping.Clipped right = halved(gradients, norm(gradients));
                    gradients.putAll(right.gradients());
                    return right;
                }),
                new OfClipping("notices_others", gradients -> {
                    open.incrementAndGet();
                    Layers.pause();
                    double factor = open.get() > 1 ? 0.25 : 0.5;
                    open.decrementAndGet();
                    return scaled(gradients, norm(gradients), factor);
                }));
    }

    private static double norm(Map<Parameter, Tensor> gradients) {
        return Math.sqrt(
                gradients.values().stream().mapToDouble(Tensor::sumOfSquares).sum());
    }

    private static Clipping.Clipped halved(Map<Parameter, Tensor> gradients, double norm) {
        return scaled(gradients, norm, 0.5);
    }

    private static Clipping.Clipped scaled(Map<Parameter, Tensor> gradients, double norm, double factor) {
        Map<Parameter, Tensor> scaled = new LinkedHashMap<>();
        gradients.forEach((parameter, gradient) -> scaled.put(parameter, gradient.times(factor)));
        return new Clipping.Clipped(scaled, norm, norm > 0);
    }

    // ---- metrics ----

    /** Counts; starts from a number. */
    private static final class Count implements Metric.Accumulator {
        private final double empty;
        private double right;
        private double all;

        Count(double empty) {
            this.empty = empty;
        }

        @Override
        public void add(Prediction prediction, Reference reference) {
            all++;
            boolean same = prediction instanceof Prediction.Label given
                    && reference instanceof Reference.Label wanted
                    && given.label().equals(wanted.label());
            right += same ? 1 : 0;
        }

        @Override
        public double value() {
            return all == 0 ? empty : right / all;
        }
    }

    /** The last one alone counts. */
    private static final class Last implements Metric.Accumulator {
        private double value = Double.NaN;

        @Override
        public void add(Prediction prediction, Reference reference) {
            Count count = new Count(Double.NaN);
            count.add(prediction, reference);
            value = count.value();
        }

        @Override
        public double value() {
            return value;
        }
    }

    private record OfMetric(String name, boolean judges, Supplier<Metric.Accumulator> start)
            implements Defective, MetricProvider<NoParameters> {
        @Override
        public Metric create(NoParameters parameters) {
            return new Share(judges, start);
        }
    }

    private record Share(boolean all, Supplier<Metric.Accumulator> starting) implements Metric {
        @Override
        public boolean higherIsBetter() {
            return true;
        }

        @Override
        public boolean judges(Prediction prediction, Reference reference) {
            return all;
        }

        @Override
        public Accumulator start() {
            return starting.get();
        }
    }

    static List<MetricProvider<?>> metrics() {
        Metric.Accumulator shared = new Count(Double.NaN);
        return List.of(
                new OfMetric("right", true, () -> new Count(Double.NaN)),
                new OfMetric("says_zero_of_nothing", true, () -> new Count(0)),
                new OfMetric("refuses", false, () -> new Count(Double.NaN)),
                new OfMetric("has_one_accumulator", true, () -> shared),
                new OfMetric("counts_the_last", true, Last::new));
    }
}
