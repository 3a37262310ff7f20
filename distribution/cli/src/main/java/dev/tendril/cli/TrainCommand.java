package dev.tendril.cli;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.api.training.TrainingListener;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import dev.tendril.runtime.TrainingResult;
import dev.tendril.runtime.check.CheckedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a model. */
@Command(
        name = "train",
        description = {
            "Train a model, then judge it and show some of its predictions.",
            "Writes model.tendril, metrics.jsonl and checkpoints; Ctrl-C saves what was learnt so far."
        },
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {
    private final Host host;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The model file.")
    private Path file;

    @Mixin
    private SpecOptions additions;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to; runs/<name> by default.")
    private @Nullable Path out;

    @ArgGroup
    private @Nullable Earlier earlier;

    /** What becomes of an earlier run in the same folder. */
    static final class Earlier {
        @Option(names = "--resume", description = "Go on from the newest checkpoint in the folder.")
        private boolean resume;

        @Option(names = "--replace", description = "Remove what an earlier run left in the folder, and start anew.")
        private boolean replace;
    }

    @SuppressWarnings("NullAway.Init") // picocli sets the arguments
    TrainCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        try (Tendril tendril = host.tendril()) {
            CheckedModel checked = host.check(tendril, file, additions);
            RunFolder run = out == null ? RunFolder.of(checked.spec().name()) : new RunFolder(out);
            prepare(run);
            host.console().err().println("engine: " + tendril.engine().describe());
            TrainingResult result = train(tendril, checked, run);
            if (result.finished().reason() == TrainingEvent.Reason.CANCELLED) {
                host.console().err().println("go on with --resume");
                return ExitCode.INTERRUPTED;
            }
            new TrainingReport(
                            tendril,
                            checked,
                            additions.with(host.console()),
                            host.console().out())
                    .print(result);
            return ExitCode.OK;
        }
    }

    private void prepare(RunFolder run) throws IOException {
        boolean resume = earlier != null && earlier.resume;
        boolean replace = earlier != null && earlier.replace;
        if (resume && !run.used()) {
            throw usage(run.path() + " holds no run to go on with; leave --resume out");
        }
        if (run.used() && !resume && !replace) {
            throw usage(
                    run.path() + " holds an earlier run; go on with it by --resume, start anew by --replace, or name"
                            + " another folder by --out");
        }
        if (replace) {
            run.clear();
        }
        Files.createDirectories(run.path());
    }

    @SuppressWarnings("try") // the watch is only opened and closed
    private TrainingResult train(Tendril tendril, CheckedModel checked, RunFolder run) throws IOException {
        CancellationToken token = new CancellationToken();
        try (TrainingProgress progress = TrainingProgress.on(host.console());
                Interrupts.Watch watch = host.console().interrupts().watch(token::cancel)) {
            TrainingResult result =
                    tendril.training(checked, options(run, progress, token)).run();
            result.model().save(run.model());
            host.console().err().println("wrote " + run.model());
            return result;
        }
    }

    private TrainOptions options(RunFolder run, TrainingProgress progress, CancellationToken token) {
        MetricsLog log = new MetricsLog(run.metrics());
        TrainingListener both = event -> {
            log.onEvent(event);
            progress.onEvent(event);
        };
        TrainOptions options = TrainOptions.defaults().withListener(both).withCancellation(token);
        return earlier != null && earlier.resume
                ? options.resumedFrom(run.checkpoints())
                : options.savedIn(run.checkpoints());
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
