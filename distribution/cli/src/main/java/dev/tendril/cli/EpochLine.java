package dev.tendril.cli;

import dev.tendril.api.training.TrainingEvent;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How training is told in lines. */
final class EpochLine {
    private EpochLine() {}

    /** What begins. */
    static String of(TrainingEvent.Started started) {
        return String.format(
                Locale.ROOT,
                "training %,d parameters, %,d batches an epoch, at most %d epochs",
                started.parameters(),
                started.batchesPerEpoch(),
                started.epochs());
    }

    /** What an epoch came to. */
    static String of(TrainingEvent.EpochEnded epoch, int epochs, double tokensPerSecond) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d  training loss %.4f  validation: %s  %,.0f tokens/s  %.1f s%s",
                epoch.epoch(),
                epochs,
                epoch.trainingLoss(),
                figures(epoch.metrics()),
                tokensPerSecond,
                epoch.seconds(),
                epoch.best() ? "  best" : "");
    }

    /** How it ended. */
    static String of(TrainingEvent.Finished finished) {
        String reason =
                switch (finished.reason()) {
                    case EPOCHS -> "all epochs are done";
                    case EARLY_STOPPING -> "stopped early: the watched metric no longer improves";
                    case CANCELLED -> "interrupted";
                };
        return finished.bestEpoch() == 0
                ? reason + "; no epoch was judged"
                : reason + "; the model is that of epoch " + finished.bestEpoch();
    }

    /** Figures by name, four decimals each. */
    static String figures(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .map(figure -> figure.getKey() + " " + String.format(Locale.ROOT, "%.4f", figure.getValue()))
                .collect(Collectors.joining(", "));
    }
}
