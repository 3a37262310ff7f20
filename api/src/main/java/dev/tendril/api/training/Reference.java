package dev.tendril.api.training;

import java.util.List;

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
     * Numbers.
     *
     * @param values row-major
     */
    record Numbers(List<Double> values) implements Reference {
        public Numbers {
            values = List.copyOf(values);
        }
    }
}
