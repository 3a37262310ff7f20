package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.training.TrainingEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final List<TrainingEvent> RUN = List.of(
            new TrainingEvent.Started(123_457, 2, 3),
            new TrainingEvent.Stepped(1, 1, 0.75, 1.0, false, 0.001, 1_100, 0.5),
            new TrainingEvent.Stepped(2, 1, 0.5, 1.0, false, 0.001, 1_300, 0.5),
            new TrainingEvent.EpochEnded(1, 0.625, Map.of("loss", 0.6), true, 1.25),
            new TrainingEvent.Stepped(3, 2, 0.25, 1.0, false, 0.001, 1_700, 0.5),
            new TrainingEvent.Finished(TrainingEvent.Reason.EARLY_STOPPING, 1));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void whereNobodyWatchesAnEpochIsALine() {
        try (TrainingProgress progress = new LineProgress(out)) {
            RUN.forEach(progress::onEvent);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "training 123,457 parameters, 2 batches an epoch, at most 3 epochs",
                        "epoch 1/3  training loss 0.6250  validation: loss 0.6000  2,400 tokens/s  1.3 s  best",
                        "stopped early: the watched metric no longer improves; the model is that of epoch 1");
    }

    @Test
    void whereSomebodyWatchesABarShowsLossSpeedAndTimeLeft() {
        try (TrainingProgress progress = new BarProgress(out, new ConsoleProgressBarConsumer(out, 120))) {
            RUN.forEach(progress::onEvent);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("training", "50%", "3/6", "loss 0.2500, 3,400 tokens/s")
                .contains("epoch 1/3  training loss 0.6250  validation: loss 0.6000");
    }

    @Test
    void endingSaysWhyAndWhichEpochIsKept() {
        assertThat(EpochLine.of(new TrainingEvent.Finished(TrainingEvent.Reason.EPOCHS, 7)))
                .isEqualTo("all epochs are done; the model is that of epoch 7");
        assertThat(EpochLine.of(new TrainingEvent.Finished(TrainingEvent.Reason.CANCELLED, 0)))
                .isEqualTo("interrupted; no epoch was judged");
    }
}
