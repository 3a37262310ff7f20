package dev.tendril.cli;

import dev.tendril.api.training.TrainingEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows a bar over the whole training with loss, tokens a second and the time left; a line for every epoch that ended stays above it.
 */
final class BarProgress implements TrainingProgress {
    private static final int REFRESH_MILLISECONDS = 250;

    private final PrintStream out;
    private final TrainingSpeed speed = new TrainingSpeed();
    private final ProgressBarConsumer screen;
    private @Nullable ProgressBar bar;
    private int epochs;
    private int batchesPerEpoch;
    private int batchInEpoch;
    private int epoch;

    BarProgress(PrintStream out) {
        this(out, new ConsoleProgressBarConsumer(out));
    }

    BarProgress(PrintStream out, ProgressBarConsumer screen) {
        this.out = out;
        this.screen = screen;
    }

    @Override
    public void onEvent(TrainingEvent event) {
        if (event instanceof TrainingEvent.Started started) {
            start(started);
        } else if (event instanceof TrainingEvent.Stepped step) {
            step(step);
        } else if (event instanceof TrainingEvent.EpochEnded ended) {
            line(EpochLine.of(ended, epochs, speed.tokensPerSecond()));
            speed.reset();
        } else if (event instanceof TrainingEvent.Finished finished) {
            close();
            out.println(EpochLine.of(finished));
        }
    }

    private void start(TrainingEvent.Started started) {
        out.println(EpochLine.of(started));
        epochs = started.epochs();
        batchesPerEpoch = started.batchesPerEpoch();
    }

    private void step(TrainingEvent.Stepped step) {
        speed.count(step);
        batchInEpoch = step.epoch() == epoch ? batchInEpoch + 1 : firstBatch(step);
        epoch = step.epoch();
        long done = (long) (epoch - 1) * batchesPerEpoch + batchInEpoch;
        ProgressBar shown = bar == null ? open(done - 1) : bar;
        bar = shown;
        shown.stepTo(done);
        shown.setExtraMessage(
                String.format(Locale.ROOT, "loss %.4f, %,.0f tokens/s", step.loss(), speed.tokensPerSecond()));
    }

    /** A run that is resumed may begin inside an epoch. */
    private int firstBatch(TrainingEvent.Stepped step) {
        return (int) Math.max(1, Math.min(batchesPerEpoch, step.step() - (long) (step.epoch() - 1) * batchesPerEpoch));
    }

    private ProgressBar open(long done) {
        return new ProgressBarBuilder()
                .setTaskName("training")
                .setInitialMax((long) epochs * batchesPerEpoch)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
                .setConsumer(screen)
                .startsFrom(done, Duration.ZERO)
                .build();
    }

    /** Prints a line where the bar stands; the bar is drawn again below it. */
    private void line(String text) {
        ProgressBar shown = bar;
        if (shown == null) {
            out.println(text);
            return;
        }
        shown.pause();
        screen.clear();
        out.println(text);
        shown.resume();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
