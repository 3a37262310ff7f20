package dev.tendril.nlp.reader.fasta;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import dev.tendril.nlp.reader.Lines;
import dev.tendril.nlp.reader.OpenFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of one file. */
final class FastaEntries implements OpenFile {
    private final Lines lines;
    private @Nullable Header ahead;

    FastaEntries(Lines lines) {
        this.lines = lines;
    }

    /**
     * The first line of an entry.
     *
     * @param id first word
     * @param description the rest, which may be empty
     * @param where its place
     */
    private record Header(String id, String description, String where) {
        static Header of(String line, String where) {
            String[] parts = line.substring(1).strip().split("\\s+", 2);
            if (parts[0].isEmpty()) {
                throw new DataException(where, "nothing stands behind '>'; name the sequence there");
            }
            return new Header(parts[0], parts.length == 1 ? "" : parts[1], where);
        }
    }

    @Override
    public @Nullable Example next() {
        Header header = ahead == null ? first() : ahead;
        if (header == null) {
            return null;
        }
        ahead = null;
        StringBuilder sequence = new StringBuilder();
        for (String line = content(); line != null; line = content()) {
            if (line.startsWith(">")) {
                ahead = Header.of(line, lines.where());
                break;
            }
            sequence.append(line);
        }
        return example(header, sequence.toString());
    }

    private @Nullable Header first() {
        String line = content();
        if (line == null) {
            return null;
        }
        if (!line.startsWith(">")) {
            throw new DataException(
                    lines.where(), "the line stands before any name; start each sequence with a line '>' and its name");
        }
        return Header.of(line, lines.where());
    }

    /** The next line that is not empty, without blanks around it. */
    private @Nullable String content() {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        String content = line.strip();
        if (content.startsWith(";")) {
            throw new DataException(lines.where(), "the line starts with ';', a comment of older FASTA; remove it");
        }
        return content;
    }

    private static Example example(Header header, String sequence) {
        if (sequence.isEmpty()) {
            throw new DataException(
                    header.where(), "the sequence '" + header.id() + "' is empty; remove its name, or add its letters");
        }
        return new Example(
                Map.of(
                        "id", new Raw.Text(header.id()),
                        "description", new Raw.Text(header.description()),
                        "sequence", new Raw.Text(sequence)),
                header.where());
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
