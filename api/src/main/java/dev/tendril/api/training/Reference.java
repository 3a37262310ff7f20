package dev.tendril.api.training;

import java.util.List;
import java.util.Set;

/** What was wanted of a prediction. */
public sealed interface Reference {

    /**
     * One class.
     *
     * @param label its name
     */
    record Label(String label) implements Reference {}

    /**
     * A sequence of tokens.
     *
     * @param tokens as the target's tokenizer cuts them
     * @param text as it stands in the data
     */
    record Text(List<String> tokens, String text) implements Reference {
        public Text {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * Any number of classes.
     *
     * @param labels those that hold
     */
    record LabelSet(Set<String> labels) implements Reference {
        public LabelSet {
            labels = Set.copyOf(labels);
        }
    }

    /**
     * Any number of classes for every step.
     *
     * @param steps in order
     */
    record LabelSets(List<Set<String>> steps) implements Reference {
        public LabelSets {
            steps = steps.stream().map(Set::copyOf).toList();
        }
    }

    /**
     * Numbers, in the units of the data.
     *
     * @param values row-major
     * @param naive what a naive forecast says of each, such as the value before; empty if the data give none
     * @param scale what the error of each is measured in, such as the mean error of the naive forecast on what is learnt from; empty
     *     if the data give none
     */
    record Numbers(List<Double> values, List<Double> naive, List<Double> scale) implements Reference {
        public Numbers {
            values = List.copyOf(values);
            naive = checked("naive forecasts", naive, values);
            scale = checked("scales", scale, values);
        }

        /** Numbers without a naive forecast and a scale. */
        public Numbers(List<Double> values) {
            this(values, List.of(), List.of());
        }

        private static List<Double> checked(String what, List<Double> given, List<Double> values) {
            if (!given.isEmpty() && given.size() != values.size()) {
                throw new IllegalArgumentException(given.size() + " " + what + " for " + values.size() + " numbers");
            }
            return List.copyOf(given);
        }
    }
}
