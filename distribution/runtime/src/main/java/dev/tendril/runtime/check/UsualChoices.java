package dev.tendril.runtime.check;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RecordTrees;
import dev.tendril.runtime.component.RegisteredComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is chosen for a model where its file leaves the choice: metrics and search, by the shape of its tasks. */
final class UsualChoices {
    private static final List<String> FOR_SEQUENCES = List.of("exact_match", "character_error_rate");
    private static final List<String> FOR_LABELS = List.of("accuracy");
    private static final String SEARCH = "greedy";

    private final ComponentRegistry registry;

    UsualChoices(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** Whether a head of this shape generates a sequence. */
    static boolean generates(Architecture architecture) {
        return architecture == Architecture.ENCODER_DECODER || architecture == Architecture.ONE_TO_MANY;
    }

    /** Metrics usual for some shapes of task, those that are installed. */
    List<ComponentRef<Metric>> metrics(Collection<Architecture> architectures) {
        List<String> names = new ArrayList<>();
        if (architectures.stream().anyMatch(each -> !generates(each))) {
            names.addAll(FOR_LABELS);
        }
        if (architectures.stream().anyMatch(UsualChoices::generates)) {
            names.addAll(FOR_SEQUENCES);
        }
        List<ComponentRef<Metric>> metrics = new ArrayList<>();
        names.forEach(name ->
                UsualChoices.<Metric>reference(registry, Kind.METRIC, name).ifPresent(metrics::add));
        return metrics;
    }

    /** The search usual for a model that generates. */
    Optional<ComponentRef<Search>> search(Collection<Architecture> architectures) {
        return architectures.stream().anyMatch(UsualChoices::generates)
                ? reference(registry, Kind.SEARCH, SEARCH)
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
