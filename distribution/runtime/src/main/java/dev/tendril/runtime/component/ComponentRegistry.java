package dev.tendril.runtime.component;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.diagnostic.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The components that are installed, by kind and name. Immutable. A plugin is registered wholly or not at all: one whose components
 * cannot be listed, or whose parameter records cannot be bound, joins the broken ones.
 */
public final class ComponentRegistry {
    private final List<PluginHandle> plugins;
    private final List<BrokenPlugin> broken;
    private final Map<Kind, Map<String, RegisteredComponent>> byId;
    private final RecordSchemas schemas;

    private ComponentRegistry(
            List<PluginHandle> plugins,
            List<BrokenPlugin> broken,
            Map<Kind, Map<String, RegisteredComponent>> byId,
            RecordSchemas schemas) {
        this.schemas = schemas;
        this.plugins = List.copyOf(plugins);
        this.broken = List.copyOf(broken);
        this.byId = byId;
    }

    /**
     * Registers what plugins bring.
     *
     * @throws DiagnosticsException if two components of one kind have the same canonical id; names both places
     */
    public static ComponentRegistry of(List<PluginHandle> plugins, List<BrokenPlugin> broken) {
        ComponentRegistry registry = listed(plugins, broken);
        List<PluginHandle> usable = new ArrayList<>();
        List<BrokenPlugin> failed = new ArrayList<>(registry.broken);
        for (PluginHandle plugin : registry.plugins) {
            Optional<TendrilException> problem = plugin.id().equals(PluginHandle.CORE)
                    ? Optional.empty() // its defaults are checked when it is built, not at every start
                    : new Defaults(registry).problem(plugin);
            problem.ifPresentOrElse(
                    reason -> failed.add(new BrokenPlugin(plugin.origin(), reason)), () -> usable.add(plugin));
        }
        return usable.size() == registry.plugins.size() ? registry : listed(usable, failed);
    }

    /** The plugins whose components can be listed and whose records can be read; their defaults are another matter. */
    private static ComponentRegistry listed(List<PluginHandle> plugins, List<BrokenPlugin> broken) {
        List<PluginHandle> whole = new ArrayList<>();
        List<BrokenPlugin> failed = new ArrayList<>(broken);
        List<RegisteredComponent> components = new ArrayList<>();
        RecordSchemas schemas = new RecordSchemas();
        for (PluginHandle plugin : plugins) {
            try {
                components.addAll(ComponentListing.of(plugin, schemas));
                whole.add(plugin);
            } catch (RuntimeException | Error unusable) { // whatever a plugin does, the others are heard
                failed.add(new BrokenPlugin(plugin.origin(), unusable));
            }
        }
        return new ComponentRegistry(whole, failed, index(components), schemas);
    }

    private static Map<Kind, Map<String, RegisteredComponent>> index(List<RegisteredComponent> components) {
        Map<Kind, Map<String, RegisteredComponent>> byId = new EnumMap<>(Kind.class);
        List<Diagnostic> duplicates = new ArrayList<>();
        for (RegisteredComponent component : components) {
            RegisteredComponent earlier = byId.computeIfAbsent(component.kind(), kind -> new LinkedHashMap<>())
                    .putIfAbsent(component.id(), component);
            if (earlier != null) {
                duplicates.add(duplicate(earlier, component));
            }
        }
        if (!duplicates.isEmpty()) {
            throw new DiagnosticsException(duplicates);
        }
        return byId;
    }

    private static Diagnostic duplicate(RegisteredComponent first, RegisteredComponent second) {
        String message = first.kind().label() + " '" + first.id() + "' is registered twice: by "
                + first.owner().label() + " and by " + second.owner().label();
        return new Diagnostic(
                Code.DUPLICATE_COMPONENT.id(),
                Diagnostic.Severity.ERROR,
                message,
                Optional.empty(),
                "",
                List.of("remedy: remove one of the two"));
    }

    /**
     * The component of a name.
     *
     * @param name canonical id, or a short name that belongs to {@code core} or to one plugin only
     */
    public Optional<RegisteredComponent> find(Kind kind, String name) {
        List<RegisteredComponent> candidates = candidates(kind, name);
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** The components a name can mean: none if it is unknown, several if it is ambiguous. */
    public List<RegisteredComponent> candidates(Kind kind, String name) {
        Map<String, RegisteredComponent> known = byId.getOrDefault(kind, Map.of());
        if (name.indexOf('/') >= 0) {
            return Optional.ofNullable(known.get(name)).stream().toList();
        }
        RegisteredComponent core = known.get(PluginHandle.CORE + "/" + name);
        if (core != null) {
            return List.of(core);
        }
        return known.values().stream()
                .filter(component -> component.shortName().equals(name))
                .toList();
    }

    /**
     * The component of a canonical id that is known to be installed.
     *
     * @throws IllegalArgumentException if it is not
     */
    public RegisteredComponent get(Kind kind, String id) {
        return find(kind, id)
                .orElseThrow(() -> new IllegalArgumentException("no " + kind.label() + " '" + id + "' is installed"));
    }

    /** The provider of a canonical id that is known to be installed, as the interface of its kind. */
    public <P> P provider(Kind kind, String id, Class<P> type) {
        ComponentProvider<?> provider = get(kind, id).provider();
        if (!type.isInstance(provider)) {
            throw new IllegalArgumentException(kind.label() + " '" + id + "' is not a " + type.getSimpleName());
        }
        return type.cast(provider);
    }

    /** The components of a kind, by canonical id, in the order they were registered. */
    public List<RegisteredComponent> list(Kind kind) {
        return List.copyOf(byId.getOrDefault(kind, Map.of()).values());
    }

    /** The components of all kinds. */
    public List<RegisteredComponent> list() {
        return byId.values().stream().flatMap(known -> known.values().stream()).toList();
    }

    /** The plugins that are registered. */
    public List<PluginHandle> plugins() {
        return plugins;
    }

    /** The plugins that could not be. */
    public List<BrokenPlugin> broken() {
        return Collections.unmodifiableList(broken);
    }

    /** What there is to say about a component. */
    public ComponentDescription describe(RegisteredComponent component) {
        return new Describer(this).describe(component);
    }

    /** Why a component cannot be made of its defaults alone; empty if it can, or if something must be given. */
    public Optional<String> refusalOfDefaults(RegisteredComponent component) {
        return new Defaults(this).refusal(component);
    }

    /** The schemas of records. */
    RecordSchemas schemas() {
        return schemas;
    }

    /** The kind that the type argument of a {@code ComponentRef} stands for. */
    static Optional<Kind> kindOf(Class<?> component) {
        for (Kind kind : Kind.values()) {
            if (kind.component() == component) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
