package dev.tendril.runtime.yaml;

import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces whole scalars: {@code ${vars.x}} by what stands under {@code vars}, {@code ${env:NAME}} by a variable of the environment
 * that is allowed. The value counts as it stands there, quoted or plain; the reference itself may be quoted, as it must be inside
 * brackets.
 */
public final class Variables {
    /** The key of the file's own variables. */
    public static final String KEY = "vars";

    /** What a reference looks like, for readers that only look. */
    public static final String PATTERN = "^\\$\\{(vars\\.|env:).+\\}$";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(.*)}", Pattern.DOTALL);
    private static final String OWN = "vars.";
    private static final String ENVIRONMENT = "env:";
    private static final String ALLOWED_PREFIX = "TENDRIL_";

    private final Environment environment;
    private final Problems problems;
    private final YamlLimits limits;
    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();

    /**
     * What of the environment a file may use.
     *
     * @param values of all variables
     * @param allowed names besides those that start with {@code TENDRIL_}
     */
    public record Environment(Map<String, String> values, Set<String> allowed) {
        public Environment {
            values = Map.copyOf(values);
            allowed = Set.copyOf(allowed);
        }

        private boolean permits(String name) {
            return name.startsWith(ALLOWED_PREFIX) || allowed.contains(name);
        }

        /** Whether a scalar is no variable of the environment, or one that may be read and is set. */
        public boolean resolves(Scalar scalar) {
            Matcher matcher = REFERENCE.matcher(scalar.text());
            if (!matcher.matches() || !matcher.group(1).startsWith(ENVIRONMENT)) {
                return true;
            }
            String name = matcher.group(1).substring(ENVIRONMENT.length());
            return permits(name) && values.containsKey(name);
        }
    }

    /** Variables of one file. */
    public Variables(Environment environment, YamlLimits limits, Problems problems) {
        this.environment = environment;
        this.limits = limits;
        this.problems = problems;
    }

    /** The file without its variables, every reference replaced. */
    public Mapping replace(Mapping root) {
        Mapping own = Mapping.of(List.of(), root.location(), false);
        if (root.get(KEY).orElse(own) instanceof Mapping written) {
            own = (Mapping) resolve(written, Mapping.of(List.of(), root.location(), false));
        } else {
            problems.error(Code.WRONG_TYPE, "'vars' must be a mapping from names to values")
                    .at(root.get(KEY).orElseThrow().location())
                    .report();
        }
        List<Entry> kept = root.entries().stream()
                .filter(entry -> !entry.key().text().equals(KEY))
                .toList();
        Mapping replaced = (Mapping) resolve(Mapping.of(kept, root.location(), root.partial()), own);
        own.entries().stream()
                .filter(entry -> !used.contains(entry.key().text()))
                .forEach(entry -> problems.warning(
                                Code.UNUSED_VARIABLE, "variable '" + entry.key().text() + "' is used nowhere")
                        .at(entry.key().location())
                        .label("remove it, or write ${vars." + entry.key().text() + "} where it belongs")
                        .report());
        if (replaced.weight() > limits.values()) {
            problems.error(Code.TOO_LARGE, "the file holds more than " + limits.values() + " values with its variables")
                    .at(root.location())
                    .report();
            return Mapping.of(List.of(), root.location(), false);
        }
        return replaced;
    }

    /** The values that came from the environment. */
    public Set<String> texts() {
        return Set.copyOf(texts);
    }

    private YamlValue resolve(YamlValue value, Mapping own) {
        if (value instanceof Scalar scalar) {
            return scalar(scalar, own);
        }
        if (value instanceof Items items) {
            return Items.of(
                    items.values().stream().map(each -> resolve(each, own)).toList(), items.location());
        }
        Mapping mapping = (Mapping) value;
        List<Entry> entries = new ArrayList<>();
        mapping.entries().forEach(entry -> entries.add(new Entry(entry.key(), resolve(entry.value(), own))));
        return Mapping.of(entries, mapping.location(), mapping.partial());
    }

    private YamlValue scalar(Scalar scalar, Mapping own) {
        Matcher matcher = REFERENCE.matcher(scalar.text());
        if (!matcher.matches()) {
            return scalar;
        }
        String name = matcher.group(1);
        if (name.startsWith(OWN)) {
            return ownVariable(scalar, name.substring(OWN.length()), own);
        }
        if (name.startsWith(ENVIRONMENT)) {
            return environmentVariable(scalar, name.substring(ENVIRONMENT.length()));
        }
        report(scalar, "'" + scalar.text() + "' is neither ${vars.NAME} nor ${env:NAME}", "");
        return scalar;
    }

    private YamlValue ownVariable(Scalar reference, String name, Mapping own) {
        Optional<YamlValue> value = own.get(name);
        used.add(name);
        if (value.isEmpty()) {
            report(reference, "there is no variable '" + name + "' under 'vars'", Similar.question(name, own.keys()));
            return reference;
        }
        return value.get() instanceof Scalar scalar
                ? new Scalar(scalar.text(), scalar.plain(), reference.location(), scalar.placeholder())
                : value.get();
    }

    private YamlValue environmentVariable(Scalar reference, String name) {
        if (!environment.permits(name)) {
            report(
                    reference,
                    "a model file may not read the environment variable '" + name + "'",
                    "allow it with --env " + name + ", or use a name that starts with " + ALLOWED_PREFIX);
            return reference;
        }
        String value = environment.values().get(name);
        if (value == null) {
            report(reference, "the environment variable '" + name + "' is not set", "");
            return reference;
        }
        texts.add(value);
        return new Scalar(value, true, reference.location(), Optional.of(reference.text()));
    }

    private void report(Scalar reference, String message, String label) {
        problems.error(Code.UNKNOWN_VARIABLE, message)
                .at(reference.location())
                .label(label)
                .report();
    }
}
