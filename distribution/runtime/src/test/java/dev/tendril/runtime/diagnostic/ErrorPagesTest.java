package dev.tendril.runtime.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorPagesTest {
    private static final Path PAGES = Path.of("../../docs/errors");

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        assertThat(pages()).containsExactlyInAnyOrderElementsOf(codes());
    }

    @Test
    void codesAreDistinct() {
        assertThat(codes()).doesNotHaveDuplicates();
    }

    @Test
    void everyPageHasCauseExampleAndRemedy() throws IOException {
        for (String code : codes()) {
            assertThat(Files.readString(PAGES.resolve(code + ".md")))
                    .startsWith("# " + code + ": ")
                    .contains("**Cause.** ", "**Example.**", "**Remedy.** ");
        }
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));
        assertThat(codes()).allMatch(code -> index.contains("[" + code + "](" + code + ".md)"));
    }

    private static List<String> codes() {
        return Arrays.stream(Code.values()).map(Code::id).toList();
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("TDL-"))
                    .map(name -> name.replace(".md", ""))
                    .toList();
        }
    }
}
