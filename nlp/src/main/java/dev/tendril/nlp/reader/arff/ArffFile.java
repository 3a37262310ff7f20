package dev.tendril.nlp.reader.arff;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import dev.tendril.nlp.reader.Lines;
import dev.tendril.nlp.reader.OpenFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The examples of one file: its header, then a row a line. Lines that are empty or start with {@code %} are skipped. */
final class ArffFile implements OpenFile {
    private final Lines lines;
    private final CommonAttributes common;
    private @Nullable List<String> attributes;

    ArffFile(Lines lines, CommonAttributes common) {
        this.lines = lines;
        this.common = common;
    }

    @Override
    public @Nullable Example next() {
        if (attributes == null) {
            attributes = header();
        }
        String line = content();
        return line == null ? null : example(line, attributes);
    }

    private List<String> header() {
        ArffHeader header = new ArffHeader();
        for (String line = content(); line != null; line = content()) {
            if (!header.add(line, lines.where())) {
                List<String> names = header.names();
                common.check(names, lines.where());
                return names;
            }
        }
        throw new DataException(
                lines.where(), "the file ends without a line @data; it is no ARFF, or the rest is missing");
    }

    /** The next line that says something, without blanks around it. */
    private @Nullable String content() {
        String line = lines.next();
        while (line != null && (line.isBlank() || line.strip().startsWith("%"))) {
            line = lines.next();
        }
        return line == null ? null : line.strip();
    }

    private Example example(String line, List<String> names) {
        String where = lines.where();
        List<Optional<String>> values = new ArffRow(line, where).values();
        if (values.size() != names.size()) {
            throw new DataException(
                    where,
                    "the row has " + values.size() + (values.size() == 1 ? " value" : " values") + " where "
                            + names.size()
                            + " attributes are declared; values are divided by commas, and one that has a"
                            + " comma in it stands in quotes");
        }
        Map<String, Raw> keyed = new HashMap<>();
        for (int column = 0; column < values.size(); column++) {
            String number = Integer.toString(column + 1);
            String name = names.get(column);
            values.get(column).map(Raw.Text::new).ifPresent(value -> {
                keyed.put(number, value);
                keyed.put(name, value);
            });
        }
        return new Example(keyed, where);
    }

    @Override
    public String where() {
        return lines.where();
    }

    @Override
    public void close() {
        lines.close();
    }
}
