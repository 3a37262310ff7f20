package dev.tendril.cli;

import dev.tendril.api.model.Model;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.explain.Explanation;
import dev.tendril.runtime.explain.PlanListing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
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

    @Option(names = "--mermaid", description = "Write the graph as a Mermaid chart.")
    private boolean mermaid;

    @Option(
            names = "--plan",
            description =
                    "Show how the engine runs each recurrence in training, forwards and backwards; reads the training"
                            + " data of a model file.")
    private boolean plan;

    @Mixin
    private SpecOptions additions;

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
        if (plan && mermaid) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--plan and --mermaid: one at a time");
        }
        CheckedModel model = checked(tendril);
        if (plan) {
            return PlanListing.of(tendril.plans(model));
        }
        Explanation explanation = new Explanation(model, tendril.components(), tendril.parameterCounter());
        return mermaid ? explanation.mermaid() : explanation.text();
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
        return data || plan ? tendril.bound(checked) : checked;
    }
}
