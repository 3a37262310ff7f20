package dev.tendril.runtime.train;

import dev.tendril.api.training.TrainingEvent;
import dev.tendril.api.training.TrainingListener;
import java.util.Map;
import java.util.Optional;

/** Remembers the metrics of the best epoch and hands every event on. */
final class BestEpoch implements TrainingListener {
    private final TrainingListener next;
    private Optional<TrainingEvent.EpochEnded> best = Optional.empty();

    BestEpoch(TrainingListener next) {
        this.next = next;
    }

    @Override
    public void onEvent(TrainingEvent event) {
        if (event instanceof TrainingEvent.EpochEnded ended && ended.best()) {
            best = Optional.of(ended);
        }
        next.onEvent(event);
    }

    /** The metrics of an epoch, if it was heard of and was the best. */
    Optional<Map<String, Double>> metrics(int epoch) {
        return best.filter(ended -> ended.epoch() == epoch).map(TrainingEvent.EpochEnded::metrics);
    }
}
