package dev.tendril.training;

import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Batch;
import dev.tendril.api.layer.Windowed.Window;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.Schedule;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.training.checkpoint.CheckpointFolder;
import dev.tendril.training.checkpoint.Progress;
import dev.tendril.training.checkpoint.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the training loop: epochs of steps, each epoch judged, until all are run, the watched metric stops improving, or the
 * caller cancels.
 */
final class TrainingRun {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private final TrainingPlan plan;
    private final Learner learner;
    private final Observation observation;
    private final Optional<CheckpointFolder> checkpoints;
    private Progress progress = Progress.start();
    private long planned = 1; // updates in all epochs
    private Map<String, List<Tensor>> carried = Map.of(); // into the next window of the batch under way
    private @Nullable Batch underWay;

    TrainingRun(TrainingPlan plan, Learner learner, Observation observation) {
        this.plan = plan;
        this.learner = learner;
        this.observation = observation;
        this.checkpoints = plan.checkpoints()
                .map(policy -> new CheckpointFolder(
                        policy, plan.key(), learner.engine().tensorStore()));
    }

    TrainingEvent.Finished run() {
        checkpoints.flatMap(CheckpointFolder::open).ifPresent(this::resume);
        int updates = updates(plan.batches().of(1));
        planned = Math.max(1, (long) updates * plan.epochs());
        tell(new TrainingEvent.Started(learner.model().parameters().elements(), updates, plan.epochs()));
        TrainingEvent.Reason reason = epochsUnlessCancelled();
        learner.useBest();
        TrainingEvent.Finished finished = new TrainingEvent.Finished(reason, progress.bestEpoch());
        tell(finished);
        return finished;
    }

    /** Updates of an epoch, if no batch is left out. */
    private int updates(List<Batch> batches) {
        return plan.window()
                .map(length -> batches.stream()
                        .mapToInt(batch -> windows(learner.model().windowedSteps(batch), length))
                        .sum())
                .orElseGet(batches::size);
    }

    private static int windows(int steps, int length) {
        return (int) (((long) steps + length - 1) / length);
    }

    private void resume(Snapshot snapshot) {
        learner.restore(snapshot);
        progress = snapshot.progress();
        carried = Carried.byHead(snapshot.carried());
        LOG.info("resumed at epoch {}, batch {}, step {}", progress.epoch(), progress.batch(), progress.step());
    }

    private TrainingEvent.Reason epochsUnlessCancelled() {
        try {
            return epochs();
        } catch (CancellationException stopped) {
            if (!observation.cancellation().isCancelled()) {
                throw stopped;
            }
            save();
            return TrainingEvent.Reason.CANCELLED;
        }
    }

    private TrainingEvent.Reason epochs() {
        while (progress.epoch() <= plan.epochs()) {
            if (stopsEarly()) {
                return TrainingEvent.Reason.EARLY_STOPPING;
            }
            long started = System.nanoTime();
            steps(plan.batches().of(progress.epoch()));
            judge(started);
            save();
        }
        return TrainingEvent.Reason.EPOCHS;
    }

    private boolean stopsEarly() {
        return plan.judging()
                .earlyStopping()
                .filter(rule -> rule.stops(progress.validation()))
                .isPresent();
    }

    /** The batches of the epoch under way that are not done yet. */
    private void steps(List<Batch> batches) {
        if (batches.isEmpty()) {
            throw new TendrilException("epoch " + progress.epoch() + " has no batches; the training split is empty");
        }
        if (progress.batch() > batches.size()) {
            throw new TendrilException("the checkpoint stands at batch " + progress.batch() + " of epoch "
                    + progress.epoch() + ", which has " + batches.size()
                    + " now; resume with the data and batch size it was made with");
        }
        while (progress.batch() < batches.size()) {
            observation.cancellation().throwIfCancelled();
            long before = progress.step();
            step(batch(batches));
            if (progress.batch() == batches.size()) {
                learner.movers().look(Averaging.Moment.EPOCH, progress.epoch());
            }
            if (progress.step() > before && savesAt(progress.step())) {
                save();
            }
        }
        if (progress.loss().steps() == 0) {
            throw new TendrilException("no update was made in epoch " + progress.epoch()
                    + ": every batch was left out; the log says why. Lower the learning rate or check the data");
        }
    }

    /** The batch under way, which is asked for once, however many windows it has. */
    private Batch batch(List<Batch> batches) {
        if (progress.window() == 0 || underWay == null) {
            underWay = batches.get(progress.batch());
        }
        return underWay;
    }

    private void step(Batch batch) {
        if (plan.window().isPresent()) {
            step(batch, plan.window().get());
        } else {
            Portion whole =
                    new WholeBatch(learner.model(), Shards.of(batch, plan.rule().shards()));
            step(whole, Tokens.of(batch), false);
        }
    }

    private void step(Batch batch, int length) {
        int steps = learner.model().windowedSteps(batch);
        int from = progress.window() * length;
        Window window = new Window(from, Math.min(steps, from + length));
        BatchWindow portion = new BatchWindow(learner.model(), batch, window, carried);
        boolean more = window.to() < steps;
        if (step(portion, Tokens.of(batch, window), more)) {
            carried = more ? portion.carried() : Map.of();
        }
    }

    /** Whether an update was made. */
    private boolean step(Portion portion, long tokens, boolean more) {
        long started = System.nanoTime();
        Step step = new Step(learner, plan.rule(), progress.step() + 1, factor());
        Step.Outcome outcome = step.take(portion, piece -> options(step.number(), piece), progress.loss());
        if (outcome instanceof Step.Outcome.Updated updated) {
            progress = progress.updated(updated.epochLoss(), more);
            tell(new TrainingEvent.Stepped(
                    step.number(),
                    progress.epoch(),
                    updated.loss(),
                    updated.norm(),
                    updated.clipped(),
                    plan.rule().optimizer().learningRate() * step.factor(),
                    tokens,
                    seconds(started)));
            return true;
        }
        leaveOut(outcome, step.number(), more);
        return false;
    }

    private PassOptions options(long step, Batch shard) {
        return PassOptions.training(plan.key().with(step), shard.examples()).cancelledBy(observation.cancellation());
    }

    private void leaveOut(Step.Outcome outcome, long number, boolean more) {
        if (outcome instanceof Step.Outcome.NonFinite bad) {
            String message = "step " + number + " (epoch " + progress.epoch() + ", batch " + (progress.batch() + 1)
                    + "): " + bad.what();
            if (plan.rule().nonFinite() == NonFinitePolicy.STOP) {
                throw new TendrilException(message
                        + "; lower the learning rate, clip gradients, or check the data. No parameter was changed by this"
                        + " step");
            }
            LOG.warn("{}; the batch is left out", message);
        } else {
            LOG.debug("batch {} of epoch {} has no real step", progress.batch() + 1, progress.epoch());
        }
        progress = progress.skipped(more);
    }

    /** What the schedule scales the learning rates with. */
    private double factor() {
        Schedule.Progress position =
                new Schedule.Progress(progress.step() + 1, progress.epoch(), planned, progress.validation());
        double factor = plan.rule().schedule().factor(position);
        for (Optimizer<?> optimizer : learner.movers().optimizers()) {
            double rate = optimizer.learningRate() * factor;
            if (!Double.isFinite(rate) || rate < 0) {
                throw new TendrilException("step " + position.step() + ": the schedule gives the factor " + factor
                        + ", so the learning rate is " + rate + "; a schedule wants to give 0 or more");
            }
        }
        return factor;
    }

    private void judge(long started) {
        int epoch = progress.epoch();
        double trainingLoss = progress.loss().value();
        Map<String, Double> metrics = learner.withMeans(this::evaluate);
        boolean best = progress.bestEpoch() == epoch;
        tell(new TrainingEvent.EpochEnded(epoch, trainingLoss, metrics, best, seconds(started)));
    }

    private Map<String, Double> evaluate() {
        int epoch = progress.epoch();
        Map<String, Double> metrics = plan.judging().evaluator().evaluate(observation.cancellation());
        progress = progress.judged(plan.judging().watched(metrics));
        if (progress.bestEpoch() == epoch) {
            learner.keepBest();
        }
        return metrics;
    }

    private boolean savesAt(long step) {
        return plan.checkpoints()
                .filter(policy -> policy.everySteps() > 0 && step % policy.everySteps() == 0)
                .isPresent();
    }

    private void save() {
        checkpoints.ifPresent(folder -> folder.save(learner.snapshot(progress, carried)));
    }

    private void tell(TrainingEvent event) {
        observation.listener().onEvent(event);
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) * 1e-9;
    }
}
