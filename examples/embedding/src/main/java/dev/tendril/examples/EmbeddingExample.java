package dev.tendril.examples;

import dev.tendril.api.model.Model;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers with a model; trains it first if it is not there yet. Arguments: model file, archive, text. */
public final class EmbeddingExample {
    private EmbeddingExample() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        Path yaml = Path.of(arguments[0]);
        Path archive = Path.of(arguments[1]);
        try (Tendril tendril = Tendril.builder().build();
                Model model = Files.exists(archive) ? tendril.load(archive) : trained(tendril, yaml, archive)) {
            System.out.println(answer(model.predict(arguments[2]).only()));
        }
    }

    private static Model trained(Tendril tendril, Path yaml, Path archive) throws IOException {
        TrainOptions options = TrainOptions.defaults().withListener(event -> {
            if (event instanceof TrainingEvent.EpochEnded ended) {
                System.err.println("epoch " + ended.epoch() + ": " + ended.metrics());
            }
        });
        Model model = tendril.train(yaml, options).model();
        model.save(archive);
        return model;
    }

    private static String answer(Prediction prediction) {
        if (prediction instanceof Prediction.Text text) {
            return text.best().text();
        }
        if (prediction instanceof Prediction.Label label) {
            return label.label();
        }
        return prediction.toString();
    }
}
