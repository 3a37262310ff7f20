package dev.tendril.api.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model says about one input. */
public sealed interface Prediction {

    /**
     * One class.
     *
     * @param label the likeliest
     * @param probabilities by label, likeliest first; they sum to 1
     */
    record Label(String label, Map<String, Double> probabilities) implements Prediction {
        public Label {
            probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        }
    }

    /**
     * A sequence.
     *
     * @param candidates best first; at least one
     */
    record Text(List<Candidate> candidates) implements Prediction {
        public Text {
            candidates = List.copyOf(candidates);
        }

        /** The best candidate. */
        public Candidate best() {
            return candidates.get(0);
        }
    }

    /**
     * One generated sequence.
     *
     * @param text its tokens, joined
     * @param tokens without begin and end; a text that was continued stands before what was generated
     * @param score what it was ranked by; larger is better
     * @param logProbability of what was generated, under the model
     * @param alignment for every token, weights over the steps of the source; empty if the model does not attend
     */
    record Candidate(
            String text, List<String> tokens, double score, double logProbability, List<List<Double>> alignment) {
        public Candidate {
            tokens = List.copyOf(tokens);
            alignment = alignment.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A class for every step.
     *
     * @param labels in order
     * @param probabilities of the label at each step
     */
    record Labels(List<String> labels, List<Double> probabilities) implements Prediction {
        public Labels {
            labels = List.copyOf(labels);
            probabilities = List.copyOf(probabilities);
        }
    }

    /**
     * Any number of classes.
     *
     * @param labels those that hold, likeliest first
     * @param probabilities by label, likeliest first; each on its own, so they need not sum to 1
     */
    record LabelSet(List<String> labels, Map<String, Double> probabilities) implements Prediction {
        public LabelSet {
            labels = List.copyOf(labels);
            probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        }
    }

    /**
     * Any number of classes for every step.
     *
     * @param steps in order
     */
    record LabelSets(List<LabelSet> steps) implements Prediction {
        public LabelSets {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Numbers.
     *
     * @param values row-major
     */
    record Numbers(List<Double> values) implements Prediction {
        public Numbers {
            values = List.copyOf(values);
        }
    }
}
