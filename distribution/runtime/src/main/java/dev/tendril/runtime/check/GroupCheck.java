package dev.tendril.runtime.check;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.spec.ParameterGroupSpec;
import dev.tendril.runtime.spec.TrainingSpec;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.training.ParameterPattern;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the groups of parameters that are trained in their own way: that their patterns are patterns and name something, and that
 * something is left to train.
 *
 * @param problems hears what is wrong
 * @param root the model file
 */
record GroupCheck(Problems problems, Mapping root) {
    static final String GROUPS = "groups";
    static final String PARAMETERS = "parameters";

    /** Checks that every pattern is one. */
    void patterns(TrainingSpec training) {
        for (int group = 0; group < training.groups().size(); group++) {
            List<String> patterns = training.groups().get(group).parameters();
            for (int i = 0; i < patterns.size(); i++) {
                try {
                    new ParameterPattern(patterns.get(i));
                } catch (IllegalArgumentException malformed) {
                    problems.error(Code.OUT_OF_RANGE, String.valueOf(malformed.getMessage()))
                            .at(place(group, i))
                            .report();
                }
            }
        }
    }

    /**
     * Checks that groups and model fit.
     *
     * @param paths of the model's parameters
     */
    void parameters(TrainingSpec training, Set<String> paths) {
        if (training.groups().isEmpty()) {
            return;
        }
        Set<String> free = new LinkedHashSet<>(paths);
        boolean trained = false;
        for (int group = 0; group < training.groups().size(); group++) {
            int before = free.size();
            take(group, training.groups().get(group), paths, free);
            trained |= free.size() < before && !training.groups().get(group).frozen();
        }
        if (free.isEmpty() && !trained) {
            problems.error(Code.OUT_OF_RANGE, "no parameter is trained: all of them are frozen")
                    .at(root.place(TopLevel.TRAINING, GROUPS))
                    .report();
        } else if (free.isEmpty()) {
            problems.warning(Code.NO_EFFECT, "'optimizer' of training has no effect: the groups have all parameters")
                    .at(root.place(TopLevel.TRAINING, "optimizer"))
                    .report();
        }
    }

    /** Gives a group its parameters. */
    private void take(int group, ParameterGroupSpec spec, Set<String> paths, Set<String> free) {
        for (int i = 0; i < spec.parameters().size(); i++) {
            ParameterPattern pattern = new ParameterPattern(spec.parameters().get(i));
            if (named(pattern, paths).isEmpty()) {
                problems.error(Code.UNKNOWN_NAME, "the model has no parameter '" + pattern + "'")
                        .at(place(group, i))
                        .label(Similar.question(pattern.toString(), beginnings(paths)))
                        .note("parameters: " + String.join(", ", paths))
                        .report();
            } else if (named(pattern, free).isEmpty()) {
                problems.error(Code.UNKNOWN_NAME, "nothing is left of '" + pattern + "' for this group")
                        .at(place(group, i))
                        .label("the first group that names a parameter has it: set this one before, or remove it")
                        .report();
            }
            free.removeAll(named(pattern, free));
        }
    }

    private static List<String> named(ParameterPattern pattern, Collection<String> paths) {
        return paths.stream().filter(pattern::matches).toList();
    }

    /** The paths and all that they begin with. */
    private static Set<String> beginnings(Set<String> paths) {
        Set<String> beginnings = new LinkedHashSet<>();
        for (String path : paths) {
            for (int point = path.indexOf('.'); point >= 0; point = path.indexOf('.', point + 1)) {
                beginnings.add(path.substring(0, point));
            }
            beginnings.add(path);
        }
        return beginnings;
    }

    /** Where a pattern stands. */
    private Location place(int group, int pattern) {
        Optional<YamlValue> patterns = root.get(TopLevel.TRAINING)
                .flatMap(training -> training instanceof Mapping mapping ? mapping.get(GROUPS) : Optional.empty())
                .map(groups -> item(groups, group))
                .flatMap(each -> each instanceof Mapping mapping ? mapping.get(PARAMETERS) : Optional.empty())
                .map(items -> item(items, pattern));
        return patterns.map(YamlValue::location).orElse(root.place(TopLevel.TRAINING, GROUPS));
    }

    private static YamlValue item(YamlValue list, int index) {
        return list instanceof Items items && index < items.values().size()
                ? items.values().get(index)
                : list;
    }
}
