package dev.tendril.contracts.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.ReferencePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reference documentation says what is installed; {@code -Dtendril.reference=write} writes it anew. */
class ReferenceTest {
    private static final Path FOLDER = Path.of("../../docs/reference");

    private final Tendril tendril = Tendril.builder().threads(1).build();

    @AfterEach
    void close() {
        tendril.close();
    }

    @Test
    void thePagesSayWhatIsInstalled() throws IOException {
        Map<String, String> pages = ReferencePages.of(tendril.components());
        if ("write".equals(System.getProperty("tendril.reference"))) {
            write(pages);
        }
        assertThat(committed()).isEqualTo(pages);
    }

    @Test
    void everyComponentHasAnExample() {
        ComponentRegistry registry = tendril.components();
        assertThat(registry.list())
                .allSatisfy(component -> assertThat(registry.describe(component).example())
                        .as(component.label())
                        .isPresent());
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (Path old : files()) {
            Files.delete(old);
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    private static Map<String, String> committed() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        for (Path file : files()) {
            pages.put(file.getFileName().toString(), Files.readString(file));
        }
        return pages;
    }

    private static Iterable<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.toList();
        }
    }
}
