package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.data.Raw;
import dev.tendril.api.model.Input;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.model.Predictions;
import dev.tendril.api.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PredictionOutputTest {
    private static final Prediction LABEL = new Prediction.Label("nl", ordered("nl", 0.75, "de", 0.25));
    private static final Prediction TEXT = new Prediction.Text(List.of(
            new Prediction.Candidate(
                    "ab", List.of("a", "b"), -0.5, -1.5, List.of(List.of(1.0, 0.0), List.of(0.25, 0.75))),
            new Prediction.Candidate("a\nc", List.of("a", "\n", "c"), -0.75, Double.NEGATIVE_INFINITY, List.of())));
    private static final Prediction LABELS = new Prediction.Labels(List.of("N", "V"), List.of(0.5, 1.0));
    private static final Prediction NUMBERS = new Prediction.Numbers(List.of(1.0, -2.5));

    private static final Prediction.LabelSet SET =
            new Prediction.LabelSet(List.of("C", "E"), ordered("C", 0.875, "E", 0.5));
    private static final Prediction SETS =
            new Prediction.LabelSets(List.of(SET, new Prediction.LabelSet(List.of(), ordered("C", 0.25, "E", 0.125))));

    @Test
    void aPredictionIsOneLine() {
        assertThat(PredictionText.of(one(LABEL))).isEqualTo("nl");
        assertThat(PredictionText.of(one(LABELS))).isEqualTo("N V");
        assertThat(PredictionText.of(one(NUMBERS))).isEqualTo("1.0 -2.5");
        assertThat(PredictionText.of(one(SET))).isEqualTo("C,E");
        assertThat(PredictionText.of(one(SETS))).isEqualTo("C,E -");
    }

    @Test
    void candidatesStandBesideEachOtherAndLineBreaksAreWrittenOut() {
        assertThat(PredictionText.of(one(TEXT))).isEqualTo("ab\ta\\nc");
    }

    @Test
    void headsStandBesideEachOther() {
        Map<String, Prediction> heads = new LinkedHashMap<>();
        heads.put("tags", LABELS);
        heads.put("language", LABEL);
        assertThat(PredictionText.of(new Predictions(heads))).isEqualTo("N V\tnl");
    }

    @Test
    void theNamesInJsonAreAsDocumented() {
        Map<String, Prediction> heads = new LinkedHashMap<>();
        heads.put("language", LABEL);
        heads.put("decoder", TEXT);
        heads.put("tags", LABELS);
        heads.put("values", NUMBERS);
        heads.put("notes", SET);
        heads.put("chords", SETS);
        Input input = new Input(Map.of(
                "source", new Raw.Text("x"),
                "frames", new Raw.Numbers(Shape.of(2, 3), new double[] {1, 2, 3, 4, 5, 6}),
                "level", new Raw.Numbers(Shape.of(), new double[] {7}),
                "words", new Raw.Items(List.of(new Raw.Text("a"), new Raw.Text("b c")))));
        Golden.assertEquals("prediction.jsonl", new Json().line(Json.prediction(input, new Predictions(heads))) + "\n");
    }

    @Test
    void whatIsNoNumberIsNullInJson() {
        assertThat(new Json().line(Json.figures(ordered("loss", Double.NaN, "accuracy", 0.5))))
                .isEqualTo("{\"loss\":null,\"accuracy\":0.5}");
    }

    private static Predictions one(Prediction prediction) {
        return new Predictions(Map.of("head", prediction));
    }

    private static Map<String, Double> ordered(String first, double firstValue, String second, double secondValue) {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put(first, firstValue);
        map.put(second, secondValue);
        return map;
    }
}
