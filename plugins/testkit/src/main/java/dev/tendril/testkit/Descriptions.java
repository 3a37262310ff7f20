package dev.tendril.testkit;

import dev.tendril.runtime.component.ComponentDescription;
import java.util.ArrayList;
import java.util.List;

/** What a component says of itself: a sentence, and one for each of its parameters. */
final class Descriptions {
    private Descriptions() {}

    static void check(Trial trial) {
        ComponentDescription description = trial.description();
        List<String> silent = new ArrayList<>();
        if (description.description().isBlank()) {
            silent.add("its provider's description() is blank");
        }
        collect(description.parameters(), "", silent);
        Failures.failIf(silent, description.id() + " does not say what it is");
    }

    private static void collect(List<ComponentDescription.Parameter> parameters, String path, List<String> silent) {
        for (ComponentDescription.Parameter parameter : parameters) {
            String here = path + parameter.name();
            if (parameter.doc().isBlank()) {
                silent.add("parameter '" + here + "' has no @Param text");
            }
            collect(parameter.nested(), here + ".", silent);
        }
    }
}
