package dev.tendril.cli;

import dev.tendril.api.data.Raw;
import dev.tendril.api.model.Input;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.model.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code --json} writes: one object a line. The names of its keys are part of the interface. */
final class Json {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** One line for an object of maps, lists, texts and numbers. */
    String line(Map<String, ?> object) {
        return mapper.writeValueAsString(object);
    }

    /** The object of a line; empty if the line was cut off while it was written. */
    Optional<JsonNode> read(String line) {
        try {
            return Optional.of(mapper.readTree(line));
        } catch (JacksonException cutOff) {
            return Optional.empty();
        }
    }

    /** An input and what a model says about it. */
    static Map<String, Object> prediction(Input input, Predictions predictions) {
        Map<String, Object> heads = new LinkedHashMap<>();
        predictions.heads().forEach((head, prediction) -> heads.put(head, prediction(prediction)));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("input", input(input));
        object.put("heads", heads);
        return object;
    }

    /** Figures by name; one that is not a number is null. */
    static Map<String, Object> figures(Map<String, Double> figures) {
        Map<String, Object> object = new LinkedHashMap<>();
        figures.forEach((name, value) -> object.put(name, number(value)));
        return object;
    }

    /** JSON has no word for infinities and what is not a number. */
    static @Nullable Object number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Map<String, Object> input(Input input) {
        Map<String, Object> object = new TreeMap<>();
        input.fields().forEach((field, raw) -> object.put(field, raw(raw)));
        return object;
    }

    private static Object raw(Raw raw) {
        if (raw instanceof Raw.Text text) {
            return text.text();
        }
        if (raw instanceof Raw.Items items) {
            return items.items().stream().map(Json::raw).toList();
        }
        Raw.Numbers numbers = (Raw.Numbers) raw;
        double[] values = numbers.values();
        if (numbers.shape().rank() == 0) {
            return values[0];
        }
        if (numbers.shape().rank() == 1) {
            return values;
        }
        List<double[]> rows = new ArrayList<>();
        int width = values.length == 0 ? 0 : values.length / numbers.shape().size(0);
        for (int row = 0; row < numbers.shape().size(0); row++) {
            rows.add(Arrays.copyOfRange(values, row * width, (row + 1) * width));
        }
        return rows;
    }

    private static Map<String, Object> prediction(Prediction prediction) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (prediction instanceof Prediction.Label label) {
            object.put("label", label.label());
            object.put("probabilities", label.probabilities());
        } else if (prediction instanceof Prediction.Text text) {
            object.put("text", text.best().text());
            object.put(
                    "candidates",
                    text.candidates().stream().map(Json::candidate).toList());
        } else if (prediction instanceof Prediction.Labels labels) {
            object.put("labels", labels.labels());
            object.put("probabilities", labels.probabilities());
        } else if (prediction instanceof Prediction.LabelSet set) {
            return labelSet(set);
        } else if (prediction instanceof Prediction.LabelSets sets) {
            object.put("steps", sets.steps().stream().map(Json::labelSet).toList());
        } else if (prediction instanceof Prediction.Numbers numbers) {
            object.put("values", numbers.values());
        }
        return object;
    }

    private static Map<String, Object> labelSet(Prediction.LabelSet set) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("labels", set.labels());
        object.put("probabilities", set.probabilities());
        return object;
    }

    private static Map<String, Object> candidate(Prediction.Candidate candidate) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", candidate.text());
        object.put("tokens", candidate.tokens());
        object.put("score", number(candidate.score()));
        object.put("log_probability", number(candidate.logProbability()));
        object.put("alignment", candidate.alignment());
        return object;
    }
}
