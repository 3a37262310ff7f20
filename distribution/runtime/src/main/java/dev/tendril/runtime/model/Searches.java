package dev.tendril.runtime.model;

import dev.tendril.api.TendrilException;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.SearchProvider;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RecordTrees;
import dev.tendril.runtime.component.RegisteredComponent;
import java.util.Map;
import java.util.Optional;

/** Makes searches. */
final class Searches {
    private static final String DEFAULT = "core/greedy";

    private Searches() {}

    /** The search of a reference; greedy if there is none. */
    static Search create(ComponentRegistry registry, Optional<ComponentRef<Search>> reference) {
        return create(registry, reference.orElseGet(() -> usual(registry)));
    }

    private static ComponentRef<Search> usual(ComponentRegistry registry) {
        RegisteredComponent search = registry.get(Kind.SEARCH, DEFAULT);
        return ComponentRef.of(
                DEFAULT, new RecordTrees(registry).read(search.provider().parameters(), Map.of()));
    }

    @SuppressWarnings("unchecked") // the parameters were checked to be the provider's
    private static Search create(ComponentRegistry registry, ComponentRef<Search> reference) {
        SearchProvider<Record> provider = registry.find(Kind.SEARCH, reference.id())
                .map(found -> (SearchProvider<Record>) found.provider())
                .orElseThrow(() -> new TendrilException("no search '" + reference.id() + "' is installed"));
        if (!provider.parameters().isInstance(reference.parameters())) {
            throw new TendrilException("search '" + reference.id() + "' has the parameters "
                    + provider.parameters().getName() + ", it was given "
                    + reference.parameters().getClass().getName());
        }
        return provider.create(reference.parameters());
    }
}
