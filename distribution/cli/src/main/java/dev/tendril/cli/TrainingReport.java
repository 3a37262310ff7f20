package dev.tendril.cli;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.model.Input;
import dev.tendril.api.model.Model;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.model.Predictions;
import dev.tendril.api.model.Session;
import dev.tendril.api.model.SessionOptions;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainingResult;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.fit.FieldSources;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.NodeSpec;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What training ends with: the figures of every split that is not trained on, and some predictions beside their references. */
final class TrainingReport {
    private static final int PREDICTIONS = 10;

    private static final int TEXTS = 3;

    private final Tendril tendril;
    private final CheckedModel checked;
    private final LoadOptions additions;
    private final PrintStream out;

    TrainingReport(Tendril tendril, CheckedModel checked, LoadOptions additions, PrintStream out) {
        this.tendril = tendril;
        this.checked = checked;
        this.additions = additions;
        this.out = out;
    }

    /** Judges and shows the trained model. */
    void print(TrainingResult result) {
        if (has(DataSpec.VALIDATION)) {
            out.println("validation: " + EpochLine.figures(result.metrics()));
        }
        if (has(DataSpec.TEST)) {
            Map<String, Double> figures =
                    tendril.evaluate(result.model(), data(result.model(), DataSpec.TEST), new CancellationToken());
            out.println("test: " + EpochLine.figures(figures));
        }
        String shown = Stream.of(DataSpec.TEST, DataSpec.VALIDATION, DataSpec.TRAIN)
                .filter(this::has)
                .findFirst()
                .orElseThrow();
        if (checked.predictionFields().isEmpty()) {
            printTexts(result.model());
        } else {
            printPredictions(result.model(), shown);
        }
    }

    /** What a language model writes: several texts where its search draws them. */
    private void printTexts(Model model) {
        boolean draws = checked.spec()
                .decoding()
                .filter(search -> search.id().endsWith("/sampling"))
                .isPresent();
        SessionOptions options = new SessionOptions(
                Optional.empty(), draws ? TEXTS : 1, checked.spec().seed(), new CancellationToken());
        Map<String, Raw> nothing = new LinkedHashMap<>();
        model.inputs().forEach(field -> nothing.put(field, new Raw.Text("")));
        try (Session session = model.session(options)) {
            out.println();
            out.println("what the model writes:");
            session.predict(new Input(nothing)).heads().values().stream()
                    .flatMap(said -> ((Prediction.Text) said).candidates().stream())
                    .forEach(text -> out.println("  " + text.text().replace("\n", "\n  ")));
        }
    }

    private boolean has(String split) {
        return checked.spec().data().splits().containsKey(split);
    }

    private void printPredictions(Model model, String split) {
        List<Example> examples = examples(model, split);
        List<Predictions> predictions =
                model.predict(examples.stream().map(this::input).toList());
        out.println();
        out.println("predictions on the " + split + " split:");
        for (int each = 0; each < examples.size(); each++) {
            out.println("  " + line(examples.get(each), PredictionText.of(predictions.get(each))));
        }
    }

    private List<Example> examples(Model model, String split) {
        try (ExampleStream stream = data(model, split).open()) {
            return spread(stream);
        }
    }

    private Reader data(Model model, String split) {
        return tendril.data(model, split, checked.paths().folder(), additions);
    }

    /** Examples from the whole stream, the same distance apart: whenever there are twice too many, every other is dropped. */
    private static List<Example> spread(ExampleStream stream) {
        List<Example> kept = new ArrayList<>();
        long distance = 1;
        for (long number = 0; stream.hasNext(); number++) {
            Example example = stream.next();
            if (number % distance == 0) {
                kept.add(example);
            }
            if (kept.size() == 2 * PREDICTIONS) {
                distance *= 2;
                for (int other = PREDICTIONS - 1; other >= 0; other--) {
                    kept.remove(2 * other + 1);
                }
            }
        }
        return kept.subList(0, Math.min(PREDICTIONS, kept.size()));
    }

    private Input input(Example example) {
        Map<String, Raw> fields = new LinkedHashMap<>();
        checked.predictionFields().forEach(field -> fields.put(field, raw(example, field)));
        return new Input(fields);
    }

    private String line(Example example, String predicted) {
        String asked = checked.predictionFields().stream()
                .map(field -> text(example, field))
                .collect(Collectors.joining("\t"));
        String wanted = checked.spec().nodes().values().stream()
                .filter(NodeSpec::head)
                .flatMap(head -> head.from().getOrDefault("target", List.of()).stream())
                .map(edge -> text(example, edge.source()))
                .collect(Collectors.joining("\t"));
        return asked + " → " + predicted + (predicted.equals(wanted) ? "" : "   (right: " + wanted + ")");
    }

    private String text(Example example, String field) {
        return RawText.of(raw(example, field));
    }

    private Raw raw(Example example, String field) {
        return FieldSources.value(checked.spec().data(), field, example);
    }
}
