package dev.tendril.cli;

import dev.tendril.api.model.Model;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.explain.Explanation;
import dev.tendril.runtime.explain.MemoryEstimate;
import dev.tendril.runtime.explain.PlanListing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a model is made of. */
@Command(
        name = "explain",
        description = "Show the graph of a model: axes, shapes, parameters, and the name of its architecture.",
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private static final String ARCHIVE = ".tendril";

    private final Host host;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A model file, a model archive, or the folder of a training run.")
    private Path file;

    @Option(names = "--data", description = "Read the training data, and show numbers where they decide a size.")
    private boolean data;

    @ArgGroup
    private Form form = new Form();

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "32",
            description =
                    "Steps of every sequence that the memory of training is estimated for; ${DEFAULT-VALUE} by default.")
    private int steps;

    @Mixin
    private SpecOptions additions;

    /** What is written, if not text. */
    static final class Form {
        @Option(names = "--mermaid", description = "Write the graph as a Mermaid chart.")
        private boolean mermaid;

        @Option(names = "--svg", description = "Write the graph as a picture in SVG.")
        private boolean svg;

        @Option(
                names = "--parameters",
                description = "List the parameters by path: how many numbers each has, and what moves it in training.")
        private boolean parameters;

        @Option(
                names = "--plan",
                description =
                        "Show how the engine runs each recurrence in training, forwards and backwards; reads the training"
                                + " data of a model file.")
        private boolean plan;
    }

    @SuppressWarnings("NullAway.Init") // picocli sets the arguments
    ExplainCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        try (Tendril tendril = host.tendril()) {
            host.console().out().print(text(tendril));
            return ExitCode.OK;
        }
    }

    private String text(Tendril tendril) {
        if (steps < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--steps wants at least 1, not " + steps);
        }
        CheckedModel model = checked(tendril);
        if (form.plan) {
            return PlanListing.of(tendril.plans(model));
        }
        Explanation explanation = tendril.explain(model);
        if (form.parameters) {
            return explanation.parameters();
        }
        if (form.mermaid) {
            return explanation.mermaid();
        }
        return form.svg ? explanation.svg() : explanation.text(memory(tendril, model));
    }

    private Optional<MemoryEstimate> memory(Tendril tendril, CheckedModel model) {
        return model.symbols().isEmpty() ? Optional.of(tendril.memory(model, steps)) : Optional.empty();
    }

    private CheckedModel checked(Tendril tendril) {
        if (Files.isDirectory(file) || file.toString().endsWith(ARCHIVE)) {
            if (data || additions.any()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "a trained model has its sizes already; --data, --set, --env and --allow-path are for model files");
            }
            try (Model model = tendril.load(RunFolder.archive(file))) {
                return tendril.checked(model);
            }
        }
        CheckedModel checked = host.check(tendril, file, additions);
        return data || form.plan ? tendril.bound(checked) : checked;
    }
}
