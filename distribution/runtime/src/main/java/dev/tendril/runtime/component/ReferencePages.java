package dev.tendril.runtime.component;

import dev.tendril.api.graph.Port;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.component.ComponentDescription.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reference documentation of what is installed: a page for each kind of component, in Markdown, and an index. */
public final class ReferencePages {
    private static final String INDEX = "README.md";

    private final ComponentRegistry registry;

    private ReferencePages(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** The text of every page, by file name. */
    public static Map<String, String> of(ComponentRegistry registry) {
        ReferencePages pages = new ReferencePages(registry);
        Map<String, String> texts = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            if (!registry.list(kind).isEmpty()) {
                texts.put(file(kind), pages.page(kind));
            }
        }
        texts.put(INDEX, pages.index());
        return texts;
    }

    private static String file(Kind kind) {
        return kind.label() + ".md";
    }

    private String index() {
        StringBuilder text = new StringBuilder(
                        "# Components\n\nMade from what is installed, the bundled plugins included;")
                .append(" `./tendril describe NAME` says the same of whatever is installed at your place.\n\n")
                .append("| kind | components |\n|---|---|\n");
        for (Kind kind : Kind.values()) {
            List<RegisteredComponent> components = registry.list(kind);
            if (!components.isEmpty()) {
                String names = components.stream()
                        .map(each -> "[`" + each.writtenName() + "`](" + file(kind) + "#" + anchor(each) + ")")
                        .collect(Collectors.joining(" · "));
                text.append("| ")
                        .append(kind.label())
                        .append(" | ")
                        .append(names)
                        .append(" |\n");
            }
        }
        return text.toString();
    }

    /** As Markdown makes anchors of headings: without what is no letter, digit, hyphen or underscore. */
    private static String anchor(RegisteredComponent component) {
        return component.writtenName().replace("/", "");
    }

    private String page(Kind kind) {
        StringBuilder text = new StringBuilder("# Components of kind `" + kind.label() + "`\n");
        for (RegisteredComponent component : registry.list(kind)) {
            append(text, component, registry.describe(component));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, RegisteredComponent component, ComponentDescription description) {
        text.append("\n## ").append(component.writtenName()).append("\n\n");
        text.append(description.description())
                .append(" Provided by `")
                .append(component.owner().id())
                .append("`.\n");
        if (description.parameters().isEmpty()) {
            text.append("\nIt has no parameters.\n");
        } else {
            text.append("\n| parameter | takes | default | what it is |\n|---|---|---|---|\n");
            description.parameters().forEach(each -> append(text, "", each));
        }
        if (!description.ports().isEmpty()) {
            text.append("\n| input | | what it is |\n|---|---|---|\n");
            description.ports().forEach(port -> text.append(row("`" + port.name() + "`", need(port), port.doc())));
        }
        description
                .example()
                .ifPresent(yaml -> text.append("\n```yaml\n").append(yaml).append("```\n"));
    }

    private static String need(Port port) {
        return (port.required() ? "required" : "optional") + (port.many() ? ", takes several" : "");
    }

    private static void append(StringBuilder text, String prefix, Parameter parameter) {
        String range = parameter.range().map(words -> ", " + words).orElse("");
        String standard = parameter.required()
                ? "required"
                : parameter.defaultValue().map(value -> "`" + value + "`").orElse("none");
        text.append(row("`" + prefix + parameter.name() + "`", parameter.type() + range, standard, parameter.doc()));
        parameter.nested().forEach(each -> append(text, prefix + parameter.name() + ".", each));
    }

    private static String row(String... cells) {
        return "| "
                + String.join(
                        " | ",
                        List.of(cells).stream().map(ReferencePages::escaped).toList()) + " |\n";
    }

    /** Within a cell of a table: a bar would end it. */
    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replace("\n", " ");
    }
}
