package dev.tendril.cli;

import dev.tendril.api.graph.Port;
import dev.tendril.runtime.component.ComponentDescription;
import dev.tendril.runtime.component.ComponentDescription.Parameter;
import java.util.List;

/** A component's description as text. */
final class DescriptionText {
    private DescriptionText() {}

    /** The component, then its parameters, an entry each. */
    static String of(ComponentDescription description) {
        StringBuilder text = new StringBuilder();
        line(text, description.id() + " (" + description.kind().label() + ")");
        line(text, "  " + description.description());
        line(text, "  from: " + description.provider().label());
        if (description.parameters().isEmpty()) {
            line(text, "  parameters: none");
        } else {
            line(text, "  parameters:");
            append(text, description.parameters(), "    ");
        }
        if (!description.ports().isEmpty()) {
            line(text, "  inputs:");
            description.ports().forEach(port -> append(text, port));
        }
        description.example().ifPresent(yaml -> {
            line(text, "  example:");
            yaml.lines().forEach(each -> line(text, "    " + each));
        });
        return text.toString();
    }

    private static void append(StringBuilder text, List<Parameter> parameters, String indent) {
        for (Parameter parameter : parameters) {
            line(text, indent + parameter.name() + ": " + parameter.facts());
            line(text, indent + "    " + parameter.doc());
            append(text, parameter.nested(), indent + "    ");
        }
    }

    private static void append(StringBuilder text, Port port) {
        String need = port.required() ? "required" : "optional";
        line(text, "    " + port.name() + ": " + need + (port.many() ? ", takes several" : ""));
        line(text, "        " + port.doc());
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
