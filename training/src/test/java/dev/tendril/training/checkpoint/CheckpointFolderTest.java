package dev.tendril.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.training.Engines;
import dev.tendril.training.checkpoint.FaultyFiles.Fault;
import dev.tendril.training.loss.MeanLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointFolderTest {
    private static final RandomKey KEY = RandomKey.of(3);

    @TempDir
    private Path temporary;

    private Path folder;
    private Engine engine;

    @BeforeEach
    void open() {
        folder = temporary.resolve("checkpoints");
        engine = Engines.of(Precision.FLOAT32);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private CheckpointFolder folder(boolean resume, FileLayer files) {
        return folder(resume, 2, files);
    }

    private CheckpointFolder folder(boolean resume, int keep, FileLayer files) {
        return new CheckpointFolder(new CheckpointPolicy(folder, keep, 0, resume), KEY, engine.tensorStore(), files);
    }

    private CheckpointFolder starting() {
        return folder(false, new DiskFiles());
    }

    private CheckpointFolder resuming() {
        return folder(true, new DiskFiles());
    }

    /** A snapshot whose numbers depend on the step. */
    private Snapshot snapshot(int step, Double... validation) {
        Progress progress = new Progress(
                step,
                validation.length + 1,
                validation.length == 0 ? step : 0,
                0,
                List.of(validation),
                MeanLoss.none());
        return new Snapshot(
                progress,
                Map.of("encoder.U", numbers(step, 5, 7), "b", numbers(-step, 3)),
                Map.of("encoder.U#0", numbers(2 * step, 5, 7), "encoder.U#1", numbers(3 * step, 5, 7)),
                Map.of("b", numbers(0.3 * step, 3), "b#0", numbers(0.7 * step, 3)),
                validation.length == 0 ? Map.of() : Map.of("b", numbers(0.1 * step, 3)),
                Map.of("writer#0", numbers(7 * step, 2, 3)));
    }

    private Tensor numbers(double seed, int... sizes) {
        Shape shape = Shape.of(sizes);
        double[] values = new double[(int) shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = seed + Math.sin(i);
        }
        return engine.constant(shape, values);
    }

    private static void same(Snapshot actual, Snapshot expected) {
        assertThat(actual.progress()).isEqualTo(expected.progress());
        assertThat(values(actual.parameters())).isEqualTo(values(expected.parameters()));
        assertThat(values(actual.optimizer())).isEqualTo(values(expected.optimizer()));
        assertThat(values(actual.averages())).isEqualTo(values(expected.averages()));
        assertThat(values(actual.best())).isEqualTo(values(expected.best()));
    }

    private static Map<String, String> values(Map<String, Tensor> tensors) {
        Map<String, String> values = new TreeMap<>();
        tensors.forEach((name, tensor) -> values.put(name, tensor.shape() + " " + Arrays.toString(tensor.toDoubles())));
        return values;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private Snapshot newest() {
        return resuming().open().orElseThrow();
    }

    private void flipBit(Path file, long bit) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
        Files.write(file, bytes);
    }

    @Test
    void readsEveryBitThatWasSaved() {
        starting().save(snapshot(7, 0.5, Double.NaN, 0.25));
        same(newest(), snapshot(7, 0.5, Double.NaN, 0.25));
    }

    @Test
    void anEmptyFolderIsTheStartOfARun() {
        assertThat(starting().open()).isEmpty();
        assertThat(resuming().open()).isEmpty();
    }

    @Test
    void aRunThatStartsNeverTouchesAnother() throws IOException {
        starting().save(snapshot(7));
        List<String> before = names();
        assertThatThrownBy(() -> starting().open())
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("resume");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void keepsTheNewestAndTheBest() throws IOException {
        CheckpointFolder checkpoints = starting();
        checkpoints.save(snapshot(1));
        checkpoints.save(snapshot(2, 0.5));
        checkpoints.save(snapshot(3, 0.5, 0.2)); // the best
        checkpoints.save(snapshot(4, 0.5, 0.2, 0.3));
        checkpoints.save(snapshot(5, 0.5, 0.2, 0.3, 0.4));
        assertThat(names()).containsExactly("checkpoint-000003", "checkpoint-000004", "checkpoint-000005");
        checkpoints.save(snapshot(6, 0.5, 0.2, 0.3, 0.4, 0.1)); // a better one
        checkpoints.save(snapshot(7, 0.5, 0.2, 0.3, 0.4, 0.1, 0.6));
        checkpoints.save(snapshot(8, 0.5, 0.2, 0.3, 0.4, 0.1, 0.6, 0.7));
        assertThat(names()).containsExactly("checkpoint-000006", "checkpoint-000007", "checkpoint-000008");
    }

    @Test
    void savesOneStateOnce() throws IOException {
        CheckpointFolder checkpoints = starting();
        checkpoints.save(snapshot(1));
        checkpoints.save(snapshot(1));
        CheckpointFolder later = resuming();
        later.open();
        later.save(snapshot(1));
        assertThat(names()).containsExactly("checkpoint-000001");
    }

    @Test
    void aFlippedBitAnywhereIsFoundAndTheCheckpointBeforeIsUsed() throws IOException {
        CheckpointFolder checkpoints = starting();
        checkpoints.save(snapshot(1));
        checkpoints.save(snapshot(2));
        Path newest = folder.resolve("checkpoint-000002");
        for (String name : List.of(
                "manifest.txt",
                "parameters.safetensors",
                "optimizer.safetensors",
                "averages.safetensors",
                "best.safetensors")) {
            Path file = newest.resolve(name);
            for (long bit = 0; bit < 8 * Files.size(file); bit += 29) {
                flipBit(file, bit);
                same(newest(), snapshot(1));
                flipBit(file, bit);
            }
        }
        same(newest(), snapshot(2));
    }

    @Test
    void aMissingFileIsFound() throws IOException {
        CheckpointFolder checkpoints = starting();
        checkpoints.save(snapshot(1));
        checkpoints.save(snapshot(2));
        Files.delete(folder.resolve("checkpoint-000002").resolve("best.safetensors"));
        same(newest(), snapshot(1));
    }

    @Test
    void aCheckpointThatCannotBeReadIsReportedAndNotPassedOver() {
        CheckpointFolder checkpoints = starting();
        checkpoints.save(snapshot(1));
        checkpoints.save(snapshot(2));
        boolean happened = true;
        int reported = 0;
        for (int at = 0; happened; at++) {
            FaultyFiles files = new FaultyFiles(Fault.FAILURE, at);
            try {
                same(folder(true, files).open().orElseThrow(), snapshot(2));
            } catch (TendrilException refused) {
                assertThat(refused).hasMessageContaining("No space left on device");
                reported++;
            }
            happened = files.happened();
        }
        assertThat(reported).as("the list, the manifest, five files of tensors").isEqualTo(7);
    }

    @Test
    void theNextSaveDropsWhatIsDamagedAndNotWhatIsWhole() throws IOException {
        CheckpointFolder checkpoints = starting();
        checkpoints.save(snapshot(1));
        checkpoints.save(snapshot(2));
        flipBit(folder.resolve("checkpoint-000002").resolve("parameters.safetensors"), 999);
        CheckpointFolder later = resuming();
        same(later.open().orElseThrow(), snapshot(1));
        later.save(snapshot(2));
        assertThat(names()).containsExactly("checkpoint-000001", "checkpoint-000003");
        same(newest(), snapshot(2));
    }

    @Test
    void damageEverywhereIsAFailure() throws IOException {
        starting().save(snapshot(1));
        flipBit(folder.resolve("checkpoint-000001").resolve("manifest.txt"), 77);
        assertThatThrownBy(() -> resuming().open())
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("none of the 1 checkpoints");
    }

    @Test
    void aRunWithAnotherSeedIsRefused() {
        starting().save(snapshot(1));
        CheckpointFolder other =
                new CheckpointFolder(CheckpointPolicy.resume(folder), RandomKey.of(4), engine.tensorStore());
        assertThatThrownBy(other::open).isInstanceOf(TendrilException.class).hasMessageContaining("another seed");
    }

    @Test
    void whatAnEarlierDeathLeftIsRemoved() throws IOException {
        Path leftOver = Files.createDirectories(folder.resolve(".checkpoint-000001.writing"));
        Files.writeString(leftOver.resolve("parameters.safetensors"), "half");
        Files.writeString(folder.resolve("notes.txt"), "the user's own");
        starting().save(snapshot(1));
        assertThat(names()).containsExactly("checkpoint-000001", "notes.txt");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder, "a file stands where the folder should");
        assertThatThrownBy(() -> starting().save(snapshot(1)))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining(folder.toString());
    }

    /** Two checkpoints, then a third during which the process dies; it is the best, so that the first is dropped. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void deathAtAnyOperationLosesNothingThatWasSaved(int keep) throws IOException {
        int deaths = 0;
        for (int at = 0; ; at++, deaths++) {
            folder = temporary.resolve("death-" + at);
            CheckpointFolder before = starting();
            before.save(snapshot(1, 0.5));
            before.save(snapshot(2, 0.5, 0.7));
            FaultyFiles files = new FaultyFiles(Fault.DEATH, at);
            CheckpointFolder dying = folder(true, keep, files);
            boolean saved = outlives(() -> {
                dying.open();
                dying.save(snapshot(3, 0.5, 0.7, 0.1));
            });
            Snapshot newest = newest();
            same(newest, newest.progress().step() == 3 ? snapshot(3, 0.5, 0.7, 0.1) : snapshot(2, 0.5, 0.7));
            everyCheckpointIsWhole();
            CheckpointFolder after = resuming();
            after.open();
            after.save(snapshot(4, 0.5, 0.7, 0.1, 0.6));
            same(newest(), snapshot(4, 0.5, 0.7, 0.1, 0.6));
            assertThat(names()).as("left over").noneMatch(name -> name.startsWith("."));
            if (saved) {
                assertThat(files.happened()).isFalse();
                assertThat(newest.progress().step()).isEqualTo(3);
                break;
            }
        }
        assertThat(deaths).as("operations died at").isGreaterThan(25);
    }

    @Test
    void whatWasSavedSurvivesAPowerFailure() throws IOException {
        FaultyFiles files = new FaultyFiles(Fault.DEATH, Integer.MAX_VALUE);
        folder(false, files).save(snapshot(1));
        files.powerFails();
        same(newest(), snapshot(1));
    }

    @Test
    void aFailureAtAnyOperationIsReportedOrHarmless() throws IOException {
        boolean happened = true;
        int reported = 0;
        for (int at = 0; happened; at++) {
            folder = temporary.resolve("failure-" + at);
            starting().save(snapshot(1, 0.5));
            FaultyFiles files = new FaultyFiles(Fault.FAILURE, at);
            try {
                folder(false, files).save(snapshot(2, 0.5, 0.7));
                assertThat(newest().progress().step()).isEqualTo(2);
            } catch (TendrilException refused) {
                assertThat(refused).hasMessageContaining("No space left on device");
                reported++;
            }
            happened = files.happened();
            Snapshot newest = newest();
            same(newest, newest.progress().step() == 2 ? snapshot(2, 0.5, 0.7) : snapshot(1, 0.5));
        }
        assertThat(reported).as("failures reported").isGreaterThan(20);
    }

    /** The disk changes a file just after it was written: reading back finds it, and nothing older is dropped for it. */
    @Test
    void whatTheDiskChangedIsFoundBeforeOlderOnesAreDropped() {
        int found = 0;
        for (int at = 0; at < 40; at++) {
            folder = temporary.resolve("change-" + at);
            starting().save(snapshot(1, 0.5));
            FaultyFiles files = new FaultyFiles(Fault.CHANGE, at);
            try {
                folder(false, files).save(snapshot(2, 0.5, 0.1));
                assertThat(files.changed()).isFalse();
            } catch (TendrilException refused) {
                assertThat(refused).hasMessageContaining("read back");
                assertThat(files.changed()).isTrue();
                same(newest(), snapshot(1, 0.5));
                found++;
            }
        }
        assertThat(found).as("files changed").isEqualTo(6);
    }

    @Test
    void clearingRemovesTheCheckpointsAndNothingElse() throws IOException {
        starting().save(snapshot(1));
        Files.createDirectories(folder.resolve(".checkpoint-000002.writing"));
        Files.writeString(folder.resolve("notes.txt"), "the user's own");
        CheckpointFolder.clear(folder);
        assertThat(names()).containsExactly("notes.txt");
        assertThat(starting().open()).isEmpty();
        CheckpointFolder.clear(temporary.resolve("nowhere"));
    }

    private void everyCheckpointIsWhole() throws IOException {
        CheckpointFiles files = new CheckpointFiles(new DiskFiles(), engine.tensorStore());
        for (String name : names()) {
            if (!name.startsWith(".")) {
                try {
                    files.verify(folder.resolve(name));
                } catch (DamagedCheckpoint damaged) {
                    throw new AssertionError(name + ": " + damaged.getMessage(), damaged);
                }
            }
        }
    }

    private static boolean outlives(Runnable work) {
        try {
            work.run();
            return true;
        } catch (FaultyFiles.Death death) {
            return false;
        }
    }
}
