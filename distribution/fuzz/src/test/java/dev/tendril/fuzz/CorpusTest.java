package dev.tendril.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.Engine;
import dev.tendril.runtime.archive.Archive;
import dev.tendril.tensor.TendrilEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
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
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
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

    /** Targets that never get past the first bytes would find nothing. */
    @Test
    void someInputsAreWhole() throws IOException {
        byte[] archive = Files.readAllBytes(CORPUS.resolve("archive").resolve("whole"));
        assertThat(Archive.of("model.tendril", archive).plugins()).containsKey("core");
        try (Engine engine = TendrilEngine.builder().threads(1).build()) {
            byte[] weights = Files.readAllBytes(CORPUS.resolve("weights").resolve("two-tensors"));
            assertThat(engine.tensorStore()
                            .read("weights.safetensors", ByteBuffer.wrap(weights))
                            .shapes())
                    .hasSize(2);
        }
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
