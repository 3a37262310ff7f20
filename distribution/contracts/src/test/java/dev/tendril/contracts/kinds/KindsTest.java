package dev.tendril.contracts.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.spi.Kind;
import dev.tendril.contracts.builtin.BuiltInContracts;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.check.ModelFileSchema;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.component.ReferencePages;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.testkit.ComponentContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A component of any kind reaches all of its users; {@code -Dtendril.reference=write} writes the table of it anew. */
final class KindsTest {
    private static final Path PAGE = Path.of("../../docs/kinds.md");
    private static final String TEST_PLUGIN = "every";

    @TempDir
    private Path folder;

    @Test
    void everyKindIsBuiltInInPluginsUnderContractDocumentedAndInTheSchema() throws IOException {
        List<String> rows = new ArrayList<>();
        try (Tendril tendril =
                Tendril.builder().plugins(EveryPluginFolder.in(folder)).build()) {
            assertThat(tendril.components().broken()).isEmpty();
            Table table = new Table(tendril.components());
            for (Kind kind : Kind.values()) {
                List<String> cells = table.cells(kind);
                assertThat(cells).as("what there is of kind %s", kind.label()).noneMatch(String::isBlank);
                rows.add("| " + String.join(" | ", cells) + " |");
            }
        }
        String page = head() + String.join("\n", rows) + "\n";
        if ("write".equals(System.getProperty("tendril.reference"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String head() {
        return """
                # Kinds of component

                Everything that a model file names is of one of these kinds, and a plugin may bring components of each. `%s` in the third column is a
                plugin of the tests with one component of every kind, which are put together into one model. A contract is a class of
                `tendril-testkit`; the number says how often it is run on built-in components.

                | kind | built in | from plugins | contract | documented | in the schema |
                |---|---|---|---|---|---|
                """.formatted(TEST_PLUGIN);
    }

    /** What is known of each kind. */
    private static final class Table {
        private final ComponentRegistry registry;
        private final Map<String, String> pages;
        private final List<String> definitions;
        private final List<ComponentContract<?>> contracts = BuiltInContracts.all();

        Table(ComponentRegistry registry) {
            this.registry = registry;
            this.pages = ReferencePages.of(registry);
            this.definitions = JsonMapper.shared()
                    .readTree(ModelFileSchema.json(registry))
                    .get("definitions")
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .toList();
        }

        List<String> cells(Kind kind) {
            return List.of(
                    kind.label(),
                    count(kind, PluginHandle.CORE),
                    plugins(kind),
                    contract(kind),
                    documented(kind),
                    defined(kind));
        }

        private List<RegisteredComponent> of(Kind kind, String plugin) {
            return registry.list(kind).stream()
                    .filter(component -> component.owner().id().equals(plugin))
                    .toList();
        }

        private String count(Kind kind, String plugin) {
            int count = of(kind, plugin).size();
            return count == 0 ? "" : String.valueOf(count);
        }

        private String plugins(Kind kind) {
            return registry.plugins().stream()
                    .map(PluginHandle::id)
                    .filter(id -> !id.equals(PluginHandle.CORE) && !of(kind, id).isEmpty())
                    .sorted()
                    .map(id -> "`" + id + "` " + count(kind, id))
                    .collect(Collectors.joining(", "));
        }

        private String contract(Kind kind) {
            List<ComponentContract<?>> own = contracts.stream()
                    .filter(contract -> contract.kind() == kind)
                    .toList();
            return own.isEmpty()
                    ? ""
                    : "`" + own.get(0).getClass().getSuperclass().getSimpleName() + "` " + own.size();
        }

        /** The page that has a heading for each component of a kind, plugins included. */
        private String documented(Kind kind) {
            String file = kind.label() + ".md";
            String page = pages.getOrDefault(file, "");
            boolean all = registry.list(kind).stream()
                    .allMatch(component -> page.contains("## " + component.writtenName() + "\n"));
            return all ? "[" + file + "](reference/" + file + ")" : "";
        }

        /** How many components of a kind the schema defines, if it defines all. */
        private String defined(Kind kind) {
            List<RegisteredComponent> components = registry.list(kind);
            boolean all = components.stream()
                    .allMatch(component -> definitions.stream().anyMatch(name -> means(name, component)));
            return all && !components.isEmpty() ? String.valueOf(components.size()) : "";
        }

        private static boolean means(String definition, RegisteredComponent component) {
            String name = component.kind().label() + "." + component.id().replace('/', '.');
            return definition.equals(name) || definition.endsWith("." + name);
        }
    }
}
