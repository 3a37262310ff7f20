package dev.tendril.training.checkpoint;

import dev.tendril.training.loss.MeanLoss;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a training run stands, between two updates.
 *
 * @param step updates made
 * @param epoch the epoch under way, from 1
 * @param batch batches of this epoch that are done
 * @param window windows of the next batch that are done
 * @param validation the watched metric after each epoch that ended, turned so that smaller is better; NaN where it had no value
 * @param loss training loss of this epoch so far
 */
public record Progress(long step, int epoch, int batch, int window, List<Double> validation, MeanLoss loss) {
    public Progress {
        validation = List.copyOf(validation);
        if (step < 0 || epoch < 1 || batch < 0 || window < 0 || validation.size() != epoch - 1) {
            throw new IllegalArgumentException("no training stands at step " + step + ", epoch " + epoch + ", batch "
                    + batch + " with " + validation.size() + " epochs judged");
        }
    }

    /** Before the first batch. */
    public static Progress start() {
        return new Progress(0, 1, 0, 0, List.of(), MeanLoss.none());
    }

    /**
     * After an update.
     *
     * @param total training loss of this epoch with it
     * @param more whether the batch has further windows
     */
    public Progress updated(MeanLoss total, boolean more) {
        return new Progress(step + 1, epoch, batch, window, validation, total).on(more);
    }

    /** After a batch or window that was left out. */
    public Progress skipped(boolean more) {
        return on(more);
    }

    private Progress on(boolean more) {
        return new Progress(step, epoch, more ? batch : batch + 1, more ? window + 1 : 0, validation, loss);
    }

    /** At the start of the next epoch. */
    public Progress judged(double watched) {
        List<Double> history = new ArrayList<>(validation);
        history.add(watched);
        return new Progress(step, epoch + 1, 0, 0, history, MeanLoss.none());
    }

    /** The first epoch with the best watched metric; 0 if none has a value. */
    public int bestEpoch() {
        int best = 0;
        for (int ended = 1; ended <= validation.size(); ended++) {
            double value = validation.get(ended - 1);
            if (!Double.isNaN(value) && (best == 0 || value < validation.get(best - 1))) {
                best = ended;
            }
        }
        return best;
    }

    /** Whether the best epoch is the one that just ended. */
    public boolean atBest() {
        return batch == 0 && window == 0 && epoch > 1 && bestEpoch() == epoch - 1;
    }
}
