package dev.tendril.runtime.yaml;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlComposer.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML. Every problem goes to the collector; an empty answer means that one was so bad that there is nothing to go on with. */
public final class YamlReader {
    private final YamlLimits limits;
    private final Problems problems;

    /** A reader that reports to a collector. */
    public YamlReader(YamlLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** The text of a file, if it can be read, is not too large and is UTF-8. */
    public Optional<String> text(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return unreadable(file + " is " + (Files.isDirectory(file) ? "a folder" : "a pipe or a device")
                    + ", and no model file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(limits.bytes() + 1);
        } catch (NoSuchFileException missing) {
            return unreadable("there is no file " + file);
        } catch (IOException failure) {
            return unreadable(file + " cannot be read: " + failure.getMessage());
        }
        if (bytes.length > limits.bytes()) {
            problems.error(
                            Code.UNREADABLE_FILE,
                            "the file is larger than " + limits.bytes() + " bytes; a model file holds no data")
                    .at(new Location(file.toString(), 1, 1, 1, "", ""))
                    .report();
            return Optional.empty();
        }
        return decode(file, bytes);
    }

    private Optional<String> decode(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(input, characters, true);
        String text = characters.flip().toString();
        if (!result.isError()) {
            return Optional.of(text);
        }
        problems.error(
                        Code.UNREADABLE_FILE,
                        "the file is not UTF-8: byte 0x" + Integer.toHexString(bytes[input.position()] & 0xff)
                                + " at position " + input.position())
                .at(SourceText.of(file.toString(), text).locationOf(text.length()))
                .label("save the file as UTF-8")
                .report();
        return Optional.empty();
    }

    private Optional<String> unreadable(String message) {
        problems.error(Code.UNREADABLE_FILE, message).report();
        return Optional.empty();
    }

    /**
     * The value of a text.
     *
     * @param name of the text in messages
     */
    public Optional<YamlValue> value(String name, String text) {
        return compose(SourceText.of(name, text));
    }

    /** The value of a short text that stands for something at another place: a default, an override. */
    public Optional<YamlValue> valueAt(Location place, String text) {
        return value(place.file(), text).map(value -> Relocation.to(place, value));
    }

    private Optional<YamlValue> compose(SourceText source) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(limits.bytes());
            ParserImpl parser = new ParserImpl(new StreamReader(source.text()), options);
            return new YamlComposer(parser, source, limits, problems).document();
        } catch (Unreadable reported) {
            return Optional.empty();
        } catch (MarkedYAMLException malformed) {
            reportSyntax(source, malformed);
            return Optional.empty();
        } catch (ReaderException character) {
            String shown = String.format("U+%04X", character.getCodePoint());
            int offset = source.text().indexOf(character.getCodePoint());
            problems.error(Code.SYNTAX, "character " + shown + " may not stand in YAML")
                    .at(source.locationOf(Math.max(0, offset)))
                    .label("remove it, or write an escape in double quotes")
                    .report();
            return Optional.empty();
        } catch (YAMLException other) {
            problems.error(
                            Code.SYNTAX,
                            "this is not YAML: " + SyntaxWords.of("", "").message())
                    .at(source.locationOf(0))
                    .report();
            return Optional.empty();
        }
    }

    private void reportSyntax(SourceText source, MarkedYAMLException malformed) {
        Mark mark = malformed.getProblemMark() == null ? malformed.getContextMark() : malformed.getProblemMark();
        Location place = mark == null ? source.locationOf(0) : source.location(mark.getLine(), mark.getColumn(), 1, "");
        SyntaxWords words = SyntaxWords.of(String.valueOf(malformed.getProblem()), source.before(place));
        Problems.Report report = problems.error(Code.SYNTAX, "this is not YAML: " + words.message())
                .at(place)
                .label(words.remedy());
        Mark start = malformed.getContextMark();
        if (start != null && mark != null && start.getLine() < mark.getLine()) {
            report.note("begins: in line " + (start.getLine() + 1));
        }
        report.report();
    }
}
