package dev.tendril.runtime.check;

import dev.tendril.runtime.spec.ParameterGroupSpec;
import dev.tendril.runtime.spec.TrainingSpec;
import dev.tendril.training.ParameterPattern;
import java.util.List;
import java.util.OptionalInt;

/** Which of a model's parameters belong to which group of its training. */
public final class ParameterGroups {
    private final List<List<ParameterPattern>> groups;

    /** The groups of a training, whose patterns have been checked. */
    public ParameterGroups(TrainingSpec training) {
        this.groups = training.groups().stream().map(ParameterGroups::patterns).toList();
    }

    private static List<ParameterPattern> patterns(ParameterGroupSpec group) {
        return group.parameters().stream().map(ParameterPattern::new).toList();
    }

    /** The place in the list of the group that a parameter belongs to; empty if it belongs to none. */
    public OptionalInt of(String path) {
        for (int group = 0; group < groups.size(); group++) {
            if (groups.get(group).stream().anyMatch(pattern -> pattern.matches(path))) {
                return OptionalInt.of(group);
            }
        }
        return OptionalInt.empty();
    }
}
