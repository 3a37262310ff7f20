package dev.tendril.examples;

import dev.tendril.api.model.Model;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import java.io.IOException;
import java.nio.file.Path;

/** Trains a model that writes sequences, saves it, loads it, asks it. Arguments: YAML file, archive, text. */
public final class EmbeddingExample {
    private EmbeddingExample() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        Path archive = Path.of(arguments[1]);
        try (Tendril tendril = Tendril.builder().build()) {
            TrainOptions options = TrainOptions.defaults().withListener(EmbeddingExample::report);
            try (Model trained = tendril.train(Path.of(arguments[0]), options).model()) {
                trained.save(archive);
            }
            try (Model model = tendril.load(archive)) { // thread-safe
                Prediction.Text answer =
                        (Prediction.Text) model.predict(arguments[2]).only();
                System.out.println(answer.best().text());
            }
        }
    }

    private static void report(TrainingEvent event) {
        if (event instanceof TrainingEvent.EpochEnded epoch) {
            System.err.println("epoch " + epoch.epoch() + ": " + epoch.metrics());
        }
    }
}
