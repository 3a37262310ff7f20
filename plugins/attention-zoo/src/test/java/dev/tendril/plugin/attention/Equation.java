package dev.tendril.plugin.attention;

import static dev.tendril.plugin.attention.Plain.add;
import static dev.tendril.plugin.attention.Plain.dot;
import static dev.tendril.plugin.attention.Plain.join;
import static dev.tendril.plugin.attention.Plain.map;
import static dev.tendril.plugin.attention.Plain.product;
import static dev.tendril.plugin.attention.Plain.softmax;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The attentions of {@link Zoo} once more, in plain loops, one row at a time. */
final class Equation {
    private Equation() {}

    /**
     * What one look sees.
     *
     * @param context weighted sum of the steps
     * @param weights of the steps
     * @param carried weights that the next look sees, head by head
     */
    record Seen(double[] context, double[] weights, double[][] carried) {}

    /**
     * One look.
     *
     * @param source the real steps of a row
     * @param before the weights of the look before, head by head; 0 at first
     */
    static Seen of(String id, Plain plain, double[][] source, double[] query, double[][] before) {
        return switch (id) {
            case "multi_head" -> multiHead(plain, source, query, before);
            case "multi_dimensional" -> multiDimensional(plain, source, query);
            default -> {
                double[] scores = IntStream.range(0, source.length)
                        .mapToDouble(step -> score(id, plain, source, step, query, before[0]))
                        .toArray();
                yield weighed(softmax(scores), source, query.length);
            }
        };
    }

    private static Seen weighed(double[] weights, double[][] source, int features) {
        double[] context = new double[features];
        for (int step = 0; step < source.length; step++) {
            double weight = weights[step];
            context = add(context, map(source[step], value -> weight * value));
        }
        return new Seen(context, weights, new double[][] {weights});
    }

    private static double score(String id, Plain plain, double[][] source, int step, double[] query, double[] before) {
        double[] own = source[step];
        return switch (id) {
            case "biased_general" -> dot(own, add(product(plain.get("W"), query), plain.get("b")));
            case "activated_general" -> Math.tanh(dot(query, product(plain.get("W"), own)) + plain.get("b")[0]);
            case "concat" ->
                readout(plain, map(add(product(plain.get("W"), join(own, query)), plain.get("b")), Plain::sigmoid));
            case "cosine" -> plain.get("beta")[0] * dot(own, query) / (length(own) * length(query));
            case "deep" -> {
                double[] first = add(product(plain.get("layer1.W"), own), product(plain.get("W0"), query));
                double[] hidden = map(add(first, plain.get("layer1.b")), Math::tanh);
                for (String layer : new String[] {"layer2", "layer3"}) {
                    hidden = map(add(product(plain.get(layer + ".W"), hidden), plain.get(layer + ".b")), Math::tanh);
                }
                yield readout(plain, hidden);
            }
            case "convolution" -> {
                double[] window = new double[0];
                for (int at = step - 2; at <= step + 2; at++) {
                    window = join(window, at < 0 || at >= source.length ? new double[own.length] : source[at]);
                }
                double[] sum = add(product(plain.get("C"), window), product(plain.get("W"), query));
                yield readout(plain, map(add(sum, plain.get("b")), Math::tanh));
            }
            case "location" -> product(plain.get("W"), query)[step];
            case "location_aware" -> locationAware(plain, own, query, around(before, step));
            default -> throw new IllegalArgumentException(id);
        };
    }

    private static double readout(Plain plain, double[] hidden) {
        return dot(plain.get("v"), hidden);
    }

    private static double length(double[] x) {
        return Math.sqrt(dot(x, x) + 1e-6);
    }

    private static double[] around(double[] weights, int step) {
        return IntStream.rangeClosed(step - 1, step + 1)
                .mapToDouble(at -> at < 0 || at >= weights.length ? 0 : weights[at])
                .toArray();
    }

    private static double locationAware(Plain plain, double[] own, double[] query, double[] around) {
        double[] filtered = product(plain.get("F"), around);
        double[] sum = add(product(plain.get("W"), query), product(plain.get("V"), own));
        double[] hidden = add(add(sum, product(plain.get("U"), filtered)), plain.get("b"));
        return readout(plain, map(hidden, Math::tanh));
    }

    /** Two heads of {@code location_aware}. */
    private static Seen multiHead(Plain plain, double[][] source, double[] query, double[][] before) {
        double[] contexts = new double[0];
        double[] mean = new double[source.length];
        double[][] carried = new double[2][];
        for (int number = 0; number < 2; number++) {
            String head = "head" + (number + 1);
            Plain inside = new Plain(plain.store(), plain.path() + "." + head + ".attention");
            double[][] projected = Arrays.stream(source)
                    .map(step -> product(plain.get(head + ".K"), step))
                    .toArray(double[][]::new);
            double[] asked = product(plain.get(head + ".Q"), query);
            Seen seen = of("location_aware", inside, projected, asked, new double[][] {before[number]});
            carried[number] = seen.weights();
            contexts = join(contexts, seen.context());
            mean = add(mean, map(seen.weights(), weight -> weight / 2));
        }
        return new Seen(product(plain.get("O"), contexts), mean, carried);
    }

    private static Seen multiDimensional(Plain plain, double[][] source, double[] query) {
        int features = query.length;
        double[] context = new double[features];
        double[] mean = new double[source.length];
        for (int feature = 0; feature < features; feature++) {
            double[] scores = new double[source.length];
            for (int step = 0; step < source.length; step++) {
                double[] sum = add(product(plain.get("W1"), source[step]), product(plain.get("W2"), query));
                double[] hidden = map(add(sum, plain.get("b")), Plain::sigmoid);
                scores[step] = product(plain.get("W"), hidden)[feature];
            }
            double[] weights = softmax(scores);
            for (int step = 0; step < source.length; step++) {
                context[feature] += weights[step] * source[step][feature];
                mean[step] += weights[step] / features;
            }
        }
        return new Seen(context, mean, new double[][] {mean});
    }
}
