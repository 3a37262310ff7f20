package dev.tendril.runtime.component;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.Diagnostic.Location;
import dev.tendril.api.TendrilException;
import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlLimits;
import dev.tendril.runtime.yaml.YamlReader;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether the defaults that a plugin declares can stand where they are declared. */
final class Defaults {
    private final ComponentRegistry registry;

    /** Looks up the components that defaults name. */
    Defaults(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** What is wrong with the first default of a plugin that cannot be used. */
    Optional<TendrilException> problem(PluginHandle plugin) {
        return registry.list().stream()
                .filter(component -> component.owner().id().equals(plugin.id()))
                .flatMap(component -> problem(component).stream())
                .findFirst();
    }

    /** Why a component cannot be made of its defaults alone; empty if it can, or if something must be given. */
    Optional<String> refusal(RegisteredComponent component) {
        Class<? extends Record> type = component.provider().parameters();
        if (registry.schemas().of(type).parameters().stream().anyMatch(RecordSchema.Parameter::required)) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        Check check = new Check(problems, Subject.of(component), new Location(component.id(), 1, 1, 1, "", ""));
        check.make(type);
        return problems.errors().stream().map(Diagnostic::message).findFirst();
    }

    private Optional<TendrilException> problem(RegisteredComponent component) {
        Problems problems = new Problems();
        Check check = new Check(problems, Subject.of(component), new Location(component.id(), 1, 1, 1, "", ""));
        try {
            check.record(component.provider().parameters());
        } catch (RuntimeException | Error failure) { // a record's own constructor may throw anything
            return Optional.of(new TendrilException(
                    "the defaults of " + component.label() + " cannot be read: " + failure, failure));
        }
        return problems.errors().stream()
                .filter(Defaults::faulty)
                .map(problem -> new TendrilException("a default of " + component.label() + " cannot be used: "
                        + problem.message() + "; this is a fault of the plugin"))
                .findFirst();
    }

    /** A short name may come to have a second meaning by what else is installed, which is no fault of this plugin. */
    private static boolean faulty(Diagnostic problem) {
        return !problem.code().equals(Code.AMBIGUOUS_COMPONENT.id());
    }

    /** The defaults of one component. */
    private final class Check {
        private final Problems problems;
        private final Subject subject;
        private final Location place;
        private final YamlReader reader;
        private final Binder binder;
        private final Set<Class<?>> seen = new HashSet<>();

        Check(Problems problems, Subject subject, Location place) {
            this.problems = problems;
            this.subject = subject;
            this.place = place;
            this.reader = new YamlReader(YamlLimits.standard(), problems);
            this.binder = new Binder(registry, problems, new Sources(), this::shared);
        }

        void record(Class<? extends Record> type) {
            if (!seen.add(type)) {
                return;
            }
            for (RecordSchema.Parameter parameter : registry.schemas().of(type).parameters()) {
                parameter.defaultValue().ifPresent(text -> bind(parameter, text));
                if (RecordSchemas.innermost(parameter.type()) instanceof ValueType.Nested nested) {
                    record(nested.type());
                }
            }
        }

        void make(Class<? extends Record> type) {
            binder.record(type, Mapping.of(List.of(), place, false), subject, Set.of(), "");
        }

        private void bind(RecordSchema.Parameter parameter, String text) {
            Optional<YamlValue> value = reader.valueAt(place, text);
            if (value.isEmpty() && !problems.any()) {
                problems.error(Code.WRONG_TYPE, "'" + parameter.key() + "' has an empty one; write '' for empty text")
                        .at(place)
                        .report();
            }
            value.ifPresent(
                    each -> binder.value(parameter.type(), each, new Binder.Site(parameter, subject, parameter.key())));
        }

        private Optional<ComponentRef<Node>> shared(Scalar name) {
            problems.error(Code.BAD_SHARE, "there is no node '" + name.text() + "' to share in a default")
                    .at(place)
                    .report();
            return Optional.empty();
        }
    }
}
