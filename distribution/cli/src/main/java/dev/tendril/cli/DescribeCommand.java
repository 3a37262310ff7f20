package dev.tendril.cli;

import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.component.ComponentDescription;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.diagnostic.Similar;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a component is and takes. */
@Command(
        name = "describe",
        description = "Say what a component is, what parameters it takes, and which plugin it comes from.",
        sortOptions = false)
final class DescribeCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(paramLabel = "NAME", description = "Name of a component, such as gru or acme/leaky.")
    private String name;

    @SuppressWarnings("NullAway.Init") // picocli sets the arguments
    DescribeCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        try (Tendril tendril = host.tendril()) {
            ComponentRegistry registry = tendril.components();
            List<ComponentDescription> descriptions = Arrays.stream(Kind.values())
                    .flatMap(kind -> registry.candidates(kind, name).stream())
                    .map(registry::describe)
                    .toList();
            if (descriptions.isEmpty()) {
                throw unknown(registry);
            }
            host.console()
                    .out()
                    .print(descriptions.stream()
                            .map(DescriptionText::of)
                            .collect(Collectors.joining(System.lineSeparator())));
            return ExitCode.OK;
        }
    }

    private TendrilException unknown(ComponentRegistry registry) {
        List<String> names = registry.list().stream()
                .map(component -> name.contains("/") ? component.id() : component.shortName())
                .toList();
        String question = Similar.question(name, names);
        return new TendrilException("no component is named '" + name + "'"
                + (question.isEmpty() ? "; 'tendril plugins' lists what is installed" : "; " + question));
    }
}
