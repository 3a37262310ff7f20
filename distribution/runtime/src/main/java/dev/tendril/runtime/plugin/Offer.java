package dev.tendril.runtime.plugin;

import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a plugin offers, checked as a whole before any of it is registered. */
final class Offer {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private Offer() {}

    /**
     * Demands that every list of a plugin can be registered.
     *
     * @throws TendrilException naming the first provider that cannot, and why
     */
    static void require(Plugin plugin) {
        Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            names.put(kind, named(kind, plugin));
        }
        requireDistinct(Objects.requireNonNull(names.get(Kind.NODE)), Objects.requireNonNull(names.get(Kind.HEAD)));
    }

    /** The names of all components of a kind, each of which can be registered. */
    private static Set<String> named(Kind kind, Plugin plugin) {
        List<? extends ComponentProvider<?>> providers =
                asked("its list of components of kind " + kind.label(), () -> kind.of(plugin));
        if (isNull(providers)) {
            throw new TendrilException(
                    "the plugin's list of components of kind " + kind.label() + " is null; return an empty list");
        }
        Set<String> names = new TreeSet<>();
        for (ComponentProvider<?> provider : providers) {
            require(kind, provider);
            if (!names.add(provider.name())) {
                throw new TendrilException("the plugin has two components of kind " + kind.label() + " named '"
                        + provider.name() + "'; rename one");
            }
        }
        return names;
    }

    /** Nodes and heads stand in the same places of a model file, so not even a full name would tell them apart. */
    private static void requireDistinct(Set<String> nodes, Set<String> heads) {
        for (String name : heads) {
            if (nodes.contains(name)) {
                throw new TendrilException("the plugin has a node and a head named '" + name
                        + "', which share the names under 'model:'; rename one");
            }
        }
    }

    private static void require(Kind kind, ComponentProvider<?> provider) {
        if (isNull(provider)) {
            throw new TendrilException("the plugin's list of components of kind " + kind.label() + " holds null");
        }
        String what = "the " + kind.label() + " of " + provider.getClass().getName();
        String name = asked(what + ": name()", provider::name);
        if (isNull(name) || !NAME.matcher(name).matches()) {
            throw new TendrilException(
                    what + " is named '" + name + "', want lower-case letters, digits and '_', a letter first");
        }
        Class<?> parameters = asked(what + ": parameters()", provider::parameters);
        if (isNull(parameters) || !parameters.isRecord()) {
            throw new TendrilException(what + " has parameters() of " + parameters + ", want a record class");
        }
        String description = asked(what + ": description()", provider::description);
        if (isNull(description) || description.isBlank()) {
            throw new TendrilException(what + " has no description; say in one sentence what it is");
        }
    }

    /** The answer of a plugin's own method, which may throw anything. */
    private static <T> T asked(String method, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException | Error failure) {
            throw Failures.explained(method, failure);
        }
    }

    /** Plugins are not always compiled with null checks. */
    private static boolean isNull(@Nullable Object value) {
        return value == null;
    }
}
