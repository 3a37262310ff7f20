package dev.tendril.nlp.reader.text;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import dev.tendril.nlp.reader.DataFile;
import dev.tendril.nlp.reader.OpenFile;
import dev.tendril.nlp.reader.Utf8Text;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one file's share. With n code points in the file, the share goes from {@code floor(from · n)} to
 * {@code floor(to · n)}, exact for fractions as they are written in decimals; the k-th border of m code points in p parts is
 * {@code floor(k · m / p)}.
 */
final class TextParts implements OpenFile {
    private final DataFile file;
    private final TextParameters parameters;
    private @Nullable String share;
    private int size;
    private int part;
    private int position;

    TextParts(DataFile file, TextParameters parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    @Override
    public @Nullable Example next() {
        if (share == null) {
            share = share(content());
            size = share.codePointCount(0, share.length());
            if (size == 0) {
                return null;
            }
            checkParts();
        }
        return part == parameters.parts() || size == 0 ? null : nextPart(share);
    }

    private Example nextPart(String text) {
        int points = border(part + 1) - border(part);
        int end = text.offsetByCodePoints(position, points);
        Raw content = new Raw.Text(text.substring(position, end));
        position = end;
        part++;
        return new Example(Map.of("text", content, "1", content), file.name() + "#part " + part);
    }

    private int border(int number) {
        return (int) ((long) number * size / parameters.parts());
    }

    private String content() {
        try (Utf8Text text = file.text()) {
            StringWriter content = new StringWriter();
            text.transferTo(content);
            return content.toString();
        } catch (IOException failure) { // reading throws a DataException, writing to memory nothing
            throw new UncheckedIOException(failure);
        }
    }

    private String share(String text) {
        int points = text.codePointCount(0, text.length());
        int from = position(parameters.from(), points);
        int to = position(parameters.to(), points);
        if (from == to && points > 0) {
            throw new DataException(
                    file.name(),
                    "of its " + characters(points) + " none lies between the fractions " + parameters.from() + " and "
                            + parameters.to() + "; set 'from' and 'to' further apart");
        }
        int start = text.offsetByCodePoints(0, from);
        return text.substring(start, text.offsetByCodePoints(start, to - from));
    }

    /** Where a fraction of a text ends, in code points. */
    static int position(double fraction, int points) {
        return BigDecimal.valueOf(fraction)
                .multiply(BigDecimal.valueOf(points))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }

    private void checkParts() {
        if (size < parameters.parts()) {
            throw new DataException(
                    file.name(),
                    "the text has " + characters(size) + ", too few for " + parameters.parts()
                            + " parts; cut it into fewer");
        }
    }

    private static String characters(int number) {
        return number == 1 ? "1 character" : number + " characters";
    }

    @Override
    public String where() {
        return file.name();
    }

    @Override
    public void close() {
        share = "";
        size = 0;
    }
}
