package dev.tendril.training;

import dev.tendril.api.training.TrainingEvent;
import dev.tendril.api.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keeps what it hears, times apart. */
final class Recorder implements TrainingListener {
    private final List<TrainingEvent> events = new ArrayList<>();

    @Override
    public void onEvent(TrainingEvent event) {
        events.add(timeless(event));
    }

    <E extends TrainingEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Steps and ends of epochs, in order. */
    List<TrainingEvent> work() {
        return events.stream()
                .filter(event -> event instanceof TrainingEvent.Stepped || event instanceof TrainingEvent.EpochEnded)
                .toList();
    }

    Stream<TrainingEvent> all() {
        return events.stream();
    }

    private static TrainingEvent timeless(TrainingEvent event) {
        if (event instanceof TrainingEvent.Stepped step) {
            return new TrainingEvent.Stepped(
                    step.step(),
                    step.epoch(),
                    step.loss(),
                    step.gradientNorm(),
                    step.clipped(),
                    step.learningRate(),
                    step.tokens(),
                    0);
        }
        if (event instanceof TrainingEvent.EpochEnded end) {
            return new TrainingEvent.EpochEnded(end.epoch(), end.trainingLoss(), end.metrics(), end.best(), 0);
        }
        return event;
    }
}
