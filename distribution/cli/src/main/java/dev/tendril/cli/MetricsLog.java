package dev.tendril.cli;

import dev.tendril.api.training.TrainingEvent;
import dev.tendril.api.training.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one JSON object for every epoch, as a line of a file. A run that is resumed goes on behind the epochs it keeps: lines of
 * epochs that are run again are dropped.
 */
final class MetricsLog implements TrainingListener {
    private final Path file;
    private final Json json = new Json();
    private boolean cut;

    MetricsLog(Path file) {
        this.file = file;
    }

    @Override
    public void onEvent(TrainingEvent event) {
        if (event instanceof TrainingEvent.EpochEnded epoch) {
            try {
                keepBefore(epoch.epoch());
                Files.writeString(file, line(epoch) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void keepBefore(int epoch) throws IOException {
        if (cut || !Files.exists(file)) {
            cut = true;
            return;
        }
        List<String> kept = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (epochOf(line) < epoch) {
                kept.add(line);
            }
        }
        Files.write(file, kept);
        cut = true;
    }

    /** The epoch of a line; one that was cut off while it was written belongs to none that is kept. */
    private int epochOf(String line) {
        return json.read(line)
                .map(object -> object.path("epoch").asInt(Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE);
    }

    private String line(TrainingEvent.EpochEnded epoch) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("epoch", epoch.epoch());
        object.put("training_loss", Json.number(epoch.trainingLoss()));
        object.put("validation", Json.figures(epoch.metrics()));
        object.put("best", epoch.best());
        object.put("seconds", epoch.seconds());
        return json.line(object);
    }
}
