package dev.tendril.cli;

import dev.tendril.api.training.TrainingEvent;
import java.io.PrintStream;

/** Tells of training in one line an epoch, for logs. */
final class LineProgress implements TrainingProgress {
    private final PrintStream out;
    private final TrainingSpeed speed = new TrainingSpeed();
    private int epochs;

    LineProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void onEvent(TrainingEvent event) {
        if (event instanceof TrainingEvent.Started started) {
            epochs = started.epochs();
            out.println(EpochLine.of(started));
        } else if (event instanceof TrainingEvent.Stepped step) {
            speed.count(step);
        } else if (event instanceof TrainingEvent.EpochEnded epoch) {
            out.println(EpochLine.of(epoch, epochs, speed.tokensPerSecond()));
            speed.reset();
        } else if (event instanceof TrainingEvent.Finished finished) {
            out.println(EpochLine.of(finished));
        }
    }

    @Override
    public void close() {}
}
