package dev.tendril.nlp.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.api.tensor.Shape;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WavReaderTest {
    private static final int RATE = 8000;

    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    private final Path folder = disk.getPath("/data");

    @BeforeEach
    void fill() throws IOException {
        sound("speech/one.wav", RATE, 1000);
        sound("speech/deep/two.wav", RATE, 150);
        sound("music.wav", 16000, 3201);
        table("speech/all.tsv", "file\tspeaker", "one.wav\tAnn", "deep/two.wav\tBo", "../music.wav\tAnn");
    }

    @AfterEach
    void release() throws IOException {
        disk.close();
    }

    @Test
    void aRowHasItsColumnsItsPlaceAndTheFramesOfItsRecording() {
        List<Example> examples = read(new Settings());
        assertThat(examples)
                .extracting(Example::origin)
                .containsExactly("speech/all.tsv:2", "speech/all.tsv:3", "speech/all.tsv:4");
        assertThat(examples.get(1).values())
                .containsOnlyKeys("1", "2", "file", "speaker", "frames")
                .containsEntry("file", new Raw.Text("deep/two.wav"))
                .containsEntry("2", new Raw.Text("Bo"));
        assertThat(examples)
                .extracting(example -> frames(example).shape())
                .containsExactly(Shape.of(11, 40), Shape.of(1, 40), Shape.of(18, 40));
    }

    @Test
    void featuresAreThoseThatAreAskedFor() {
        Settings settings = new Settings();
        settings.features = SoundFeatures.MFCC;
        settings.coefficients = 13;
        assertThat(frames(read(settings).get(0)).shape()).isEqualTo(Shape.of(11, 13));
        settings.features = SoundFeatures.WAVEFORM;
        assertThat(frames(read(settings).get(0)).shape()).isEqualTo(Shape.of(1000, 1));
        settings.features = SoundFeatures.LOG_MEL;
        settings.hop = 25;
        assertThat(frames(read(settings).get(0)).shape()).isEqualTo(Shape.of(5, 13));
    }

    @Test
    void featuresAreNormalizedIfThatIsAskedFor() {
        Settings settings = new Settings();
        Features plain = new Features(40, frames(read(settings).get(0)).values());
        settings.normalize = true;
        assertThat(frames(read(settings).get(0))).isEqualTo(plain.normalized().raw());
    }

    @Test
    void theRangeOfFrequenciesIsThatOfTheRecordingUnlessItIsGiven() {
        Settings settings = new Settings();
        Raw.Numbers all = frames(read(settings).get(0));
        settings.highest = Optional.of(4000.0);
        assertThat(frames(read(settings).get(0))).isEqualTo(all);
        settings.highest = Optional.of(3999.0);
        assertThat(frames(read(settings).get(0))).isNotEqualTo(all);
        settings.highest = Optional.of(5000.0);
        assertThatThrownBy(() -> read(settings))
                .hasMessage("speech/one.wav (speech/all.tsv:2): mel bands from 0.0 to 5000.0 Hz do not fit its sampling"
                        + " rate of 8000 Hz, which holds frequencies up to 4000.0 Hz; change lowest and highest, or"
                        + " leave them out");
        settings.highest = Optional.empty();
        settings.lowest = 4000;
        assertThatThrownBy(() -> read(settings)).hasMessageContaining("mel bands from 4000.0 to 4000.0 Hz do not fit");
    }

    @Test
    void aRecordingOfAnotherSamplingRateIsRefusedIfOneIsAskedFor() {
        Settings settings = new Settings();
        settings.rate = Optional.of(RATE);
        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(DataException.class)
                .hasMessage("speech/../music.wav (speech/all.tsv:4): its sampling rate is 16000 Hz where 8000 Hz are"
                        + " wanted (rate); convert it, for example by: ffmpeg -i OLD -ar 8000 -c:a pcm_s16le NEW.wav");
    }

    @Test
    void bandsTooNarrowForTheWindowAreRefused() {
        Settings settings = new Settings();
        settings.window = 2;
        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "speech/one.wav (speech/all.tsv:2): band 1 of 40 mel bands from 0.0 to 4000.0 Hz holds no"
                                + " line of the spectrum of 16 samples at 8000 Hz; ask for fewer bands, or for a longer window");
    }

    @Test
    void anotherColumnMayNameTheRecordings() throws IOException {
        table("t.tsv", "id\twhich", "7\tmusic.wav");
        Settings settings = new Settings("t.tsv");
        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(DataException.class)
                .hasMessage("t.tsv:2: the table has no column 'file', which would name the recordings; its columns are"
                        + " id, which: name theirs by column: NAME");
        settings.column = "which";
        assertThat(read(settings)).hasSize(1);
        settings.column = "2";
        assertThat(read(settings)).hasSize(1);
    }

    @Test
    void tablesOfSeveralFoldersAreReadOneAfterTheOther() throws IOException {
        table("t.tsv", "file\tspeaker", "music.wav\tCy");
        assertThat(read(new Settings("t.tsv", "speech/all.tsv")))
                .extracting(Example::origin)
                .containsExactly("t.tsv:2", "speech/all.tsv:2", "speech/all.tsv:3", "speech/all.tsv:4");
    }

    @Test
    void aRecordingThatIsNotThereIsNamedWithItsRow() throws IOException {
        table("t.tsv", "file", "speech/nobody.wav");
        assertThatThrownBy(() -> read(new Settings("t.tsv")))
                .isInstanceOf(DataException.class)
                .hasMessage("speech/nobody.wav (t.tsv:2): does not exist; check the path, which starts at the table's"
                        + " folder");
        table("t.tsv", "file", "speech");
        assertThatThrownBy(() -> read(new Settings("t.tsv"))).hasMessage("speech (t.tsv:2): is a folder; name a file");
        table("t.tsv", "file\tspeaker", "\tAnn");
        assertThatThrownBy(() -> read(new Settings("t.tsv")))
                .hasMessage("t.tsv:2: column 'file' is empty; name a recording there, or remove the line");
        Files.writeString(folder.resolve("broken.wav"), "RIFF");
        table("t.tsv", "file", "broken.wav");
        assertThatThrownBy(() -> read(new Settings("t.tsv"))).hasMessageStartingWith("broken.wav (t.tsv:2): ");
    }

    @Test
    void recordingsAreReadOnlyWhereTheContextAllows() throws IOException {
        Files.createDirectories(disk.getPath("/secret"));
        Files.write(disk.getPath("/secret/one.wav"), WaveBytes.of(RATE, 0.5));
        for (String outside : List.of("../../secret/one.wav", "/secret/one.wav")) {
            table("speech/t.tsv", "file", outside);
            assertThatThrownBy(() -> read(new Settings("speech/t.tsv")))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("outside");
        }
    }

    @Test
    void aColumnOfTheFramesNameIsRefused() throws IOException {
        table("t.tsv", "file\tframes", "music.wav\t3");
        assertThatThrownBy(() -> read(new Settings("t.tsv")))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("t.tsv:2: the table has a column 'frames'");
    }

    @Test
    void everyOpenStartsAnewAndAClosedStreamHasNoMore() {
        Reader reader = reader(new Settings());
        ExampleStream first = reader.open();
        Example example = first.next();
        assertThat(read(reader).get(0)).isEqualTo(example);
        assertThat(first.next().origin()).endsWith(":3");
        first.close();
        assertThat(first.hasNext()).isFalse();
        assertThatThrownBy(first::next).isInstanceOf(NoSuchElementException.class);
        assertThat(reader.keys()).isEmpty(); // they stand in the table
    }

    private void sound(String name, int rate, int samples) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        double[] noise = new SplittableRandom(samples).doubles(samples, -1, 1).toArray();
        Files.write(folder.resolve(name), WaveBytes.of(rate, noise));
    }

    private void table(String name, String... lines) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), List.of(lines));
    }

    private List<Example> read(Settings settings) {
        return read(reader(settings));
    }

    private Reader reader(Settings settings) {
        return new WavProvider().create(settings.parameters(), new InFolder(folder));
    }

    private static List<Example> read(Reader reader) {
        List<Example> examples = new ArrayList<>();
        try (ExampleStream stream = reader.open()) {
            stream.forEachRemaining(examples::add);
        }
        return examples;
    }

    private static Raw.Numbers frames(Example example) {
        return (Raw.Numbers) Objects.requireNonNull(example.values().get("frames"));
    }

    /** Parameters with their defaults, to be changed one by one. */
    private static final class Settings {
        private final List<String> files;
        private String column = "file";
        private SoundFeatures features = SoundFeatures.LOG_MEL;
        private int coefficients = 40;
        private double window = 25;
        private double hop = 10;
        private double lowest;
        private Optional<Double> highest = Optional.empty();
        private boolean normalize;
        private Optional<Integer> rate = Optional.empty();

        Settings(String... files) {
            this.files = files.length == 0 ? List.of("speech/all.tsv") : List.of(files);
        }

        WavParameters parameters() {
            return new WavParameters(
                    files, column, features, coefficients, 40, window, hop, lowest, highest, normalize, rate);
        }
    }

    private record InFolder(Path folder) implements ReaderContext {
        @Override
        public Path resolve(String path) {
            Path resolved = folder.resolve(path).normalize();
            if (!resolved.startsWith(folder)) {
                throw new DataException(path, "lies outside");
            }
            return resolved;
        }

        @Override
        public RandomSource random() {
            throw new AssertionError("files need no random numbers");
        }

        @Override
        public long seed() {
            throw new AssertionError("files need no seed");
        }
    }
}
