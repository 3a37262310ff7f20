package dev.tendril.nlp.reader;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.api.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A folder in memory for the files of a test, as readers find them, and what the tests of readers say often. */
public final class TestFolder implements ReaderContext, AutoCloseable {
    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    private final Path folder = disk.getPath("/data");

    /** An empty folder. */
    public TestFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a file in UTF-8. */
    public void write(String name, String content) {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file. */
    public void write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file that may be there. */
    public DataFile file(String name) {
        return new DataFile(name, folder.resolve(name));
    }

    /** A text in UTF-8, compressed. */
    public static byte[] gzip(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream compressed = new GZIPOutputStream(bytes)) {
            compressed.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** All examples of a reader. */
    public static List<Example> read(Reader reader) {
        List<Example> examples = new ArrayList<>();
        try (ExampleStream stream = reader.open()) {
            stream.forEachRemaining(examples::add);
        }
        return examples;
    }

    /** A text. */
    public static Raw text(String text) {
        return new Raw.Text(text);
    }

    /** A list of texts. */
    public static Raw texts(String... texts) {
        return new Raw.Items(Arrays.stream(texts).map(TestFolder::text).toList());
    }

    /** A vector. */
    public static Raw vector(double... values) {
        return new Raw.Numbers(Shape.of(values.length), values);
    }

    @Override
    public Path resolve(String path) {
        return folder.resolve(path);
    }

    @Override
    public RandomSource random() {
        throw new AssertionError("files need no random numbers");
    }

    @Override
    public long seed() {
        throw new AssertionError("files need no seed");
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }
}
