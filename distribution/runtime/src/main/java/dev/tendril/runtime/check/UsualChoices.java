package dev.tendril.runtime.check;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RecordTrees;
import dev.tendril.runtime.component.RegisteredComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is chosen for a model where its file leaves the choice: metrics and search, by the shape of its tasks and by what they predict. */
final class UsualChoices {
    private static final List<String> FOR_LABELS = List.of("accuracy");
    private static final List<String> FOR_SETS = List.of("micro_f1");
    private static final List<String> FOR_NUMBERS = List.of("mae");
    private static final List<String> FOR_SEQUENCES = List.of("exact_match", "character_error_rate");

    /** The metrics of all kinds of task, in the order in which they are reported. */
    private static final List<List<String>> METRICS = List.of(FOR_LABELS, FOR_SETS, FOR_NUMBERS, FOR_SEQUENCES);

    /** Loss and perplexity, which are always reported, say it all of a language model. */
    private static final List<String> FOR_LANGUAGE_MODELS = List.of();

    private static final String SEARCH = "greedy";
    private static final String SEARCH_OF_LANGUAGE_MODELS = "sampling";

    private final ComponentRegistry registry;

    UsualChoices(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** Whether a head of this shape generates a sequence. */
    static boolean generates(Architecture architecture) {
        return architecture == Architecture.ENCODER_DECODER || architecture == Architecture.ONE_TO_MANY;
    }

    /**
     * Metrics usual for the tasks of a model, those that are installed.
     *
     * @param heads shape of task by head
     * @param inputs types at the input ports of every node
     */
    List<ComponentRef<Metric>> metrics(Map<String, Architecture> heads, Map<String, PortTypes> inputs) {
        Set<List<String>> usual = new HashSet<>();
        heads.forEach((head, architecture) -> usual.add(
                alone(inputs.get(head)) ? FOR_LANGUAGE_MODELS : usual(architecture, target(inputs.get(head)))));
        return METRICS.stream()
                .filter(usual::contains)
                .flatMap(List::stream)
                .flatMap(name -> UsualChoices.<Metric>reference(registry, Kind.METRIC, name).stream())
                .toList();
    }

    /** Whether nothing is connected but the target: a language model. */
    static boolean alone(@Nullable PortTypes ports) {
        return ports != null && ports.types().keySet().equals(Set.of(Port.TARGET));
    }

    private static Optional<Element> target(@Nullable PortTypes ports) {
        return Optional.ofNullable(ports)
                .flatMap(connected -> connected.find(Port.TARGET))
                .map(EdgeType::element);
    }

    /** By what is predicted, if that is no id; else by the shape of the task. */
    private static List<String> usual(Architecture architecture, Optional<Element> target) {
        if (target.filter(Element.Real.class::isInstance).isPresent()) {
            return FOR_NUMBERS;
        }
        if (target.filter(Element.IdSet.class::isInstance).isPresent()) {
            return FOR_SETS;
        }
        return generates(architecture) ? FOR_SEQUENCES : FOR_LABELS;
    }

    /**
     * The search usual for a model that generates.
     *
     * @param heads shape of task by head
     * @param inputs types at the input ports of every node
     */
    Optional<ComponentRef<Search>> search(Map<String, Architecture> heads, Map<String, PortTypes> inputs) {
        if (heads.values().stream().anyMatch(UsualChoices::generates)) {
            return reference(registry, Kind.SEARCH, SEARCH);
        }
        return heads.keySet().stream().anyMatch(head -> alone(inputs.get(head)))
                ? reference(registry, Kind.SEARCH, SEARCH_OF_LANGUAGE_MODELS)
                : Optional.empty();
    }

    private static <T> Optional<ComponentRef<T>> reference(ComponentRegistry registry, Kind kind, String name) {
        return registry.find(kind, name)
                .map(component -> ComponentRef.of(component.id(), standard(registry, component)));
    }

    private static Record standard(ComponentRegistry registry, RegisteredComponent component) {
        return component.provider().parameters() == NoParameters.class
                ? new NoParameters()
                : new RecordTrees(registry).read(component.provider().parameters(), Map.of());
    }
}
