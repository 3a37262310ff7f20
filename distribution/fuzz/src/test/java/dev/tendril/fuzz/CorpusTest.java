package dev.tendril.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer starts from, and what it found once, stays read or refused as it should be. */
final class CorpusTest {
    private static final Path CORPUS = Path.of("src", "test", "resources", "corpus");
    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "model-file", ModelFileTarget::fuzzerTestOneInput,
            "archive", ArchiveTarget::fuzzerTestOneInput,
            "weights", WeightsTarget::fuzzerTestOneInput);

    static Stream<Path> inputs() throws IOException {
        return Files.walk(CORPUS).filter(Files::isRegularFile).sorted();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void anInputIsReadOrRefusedInTheWayThatIsDocumented(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        target(input).accept(bytes);
    }

    @Test
    void everyTargetHasInputs() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
        }
    }

    /** A target that catches too much would find nothing. */
    @Test
    void aTargetLetsThroughWhatIsNoRefusal() {
        assertThatThrownBy(() -> ArchiveTarget.fuzzerTestOneInput(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> WeightsTarget.fuzzerTestOneInput(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> ModelFileTarget.fuzzerTestOneInput(null)).isInstanceOf(NullPointerException.class);
        ModelFileTarget.fuzzerTestOneInput("format: 1".getBytes(StandardCharsets.UTF_8));
    }

    private static Consumer<byte[]> target(Path input) {
        String name = CORPUS.relativize(input).getName(0).toString();
        Consumer<byte[]> target = TARGETS.get(name);
        if (target == null) {
            throw new AssertionError("no target is named " + name);
        }
        return target;
    }
}
