package dev.tendril.runtime.wiring;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RegisteredComponent;
import java.util.List;

/** Finds the kind of a reference to a component that needs no context; the type argument that names it is gone at run time. */
final class ReferenceKinds {
    private static final List<Kind> WITHOUT_CONTEXT = List.of(Kind.ACTIVATION, Kind.INITIALIZER, Kind.LOSS);

    private ReferenceKinds() {}

    /**
     * The component that a reference means.
     *
     * @param owner parameters of the component that holds the reference; their declared types decide where a name alone does not
     * @throws IllegalArgumentException if there is none of such a kind
     */
    static RegisteredComponent find(ComponentRegistry registry, Record owner, ComponentRef<?> reference) {
        List<RegisteredComponent> candidates = WITHOUT_CONTEXT.stream()
                .flatMap(kind -> registry.candidates(kind, reference.id()).stream())
                .filter(candidate -> candidate.provider().parameters().isInstance(reference.parameters()))
                .toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        return DeclaredKinds.of(owner, reference)
                .flatMap(kind -> candidates.stream()
                        .filter(candidate -> candidate.kind() == kind)
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("'" + reference.id() + "' names "
                        + (candidates.isEmpty() ? "no" : "more than one")
                        + " activation, initializer or loss; nested components of other kinds are made by"
                        + " the method named after their kind"));
    }
}
