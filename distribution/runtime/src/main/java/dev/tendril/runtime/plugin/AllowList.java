package dev.tendril.runtime.plugin;

import dev.tendril.api.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that list the jars which plugin folders may hold. A line is the SHA-256 digest of a jar in hexadecimal, behind it, if anything,
 * blanks and the jar's name, which is for people alone: what {@code sha256sum} writes, and {@code tendril plugins doctor}. Empty lines
 * and those that begin with {@code #} are passed over.
 */
public final class AllowList {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LINE = Pattern.compile("\\s*([0-9a-fA-F]{64})(\\s.*)?");
    private static final int LARGEST = 1 << 20;

    private AllowList() {}

    /**
     * The digests that a file lists.
     *
     * @throws DataException if it cannot be read, or a line holds no digest; names the line
     */
    public static Set<String> read(Path file) {
        List<String> lines = lines(file);
        Set<String> digests = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher entry = LINE.matcher(line);
            if (!entry.matches()) {
                throw new DataException(
                        file + ":" + (i + 1),
                        "here belongs the SHA-256 digest of a jar, 64 hexadecimal digits, and its name behind it, as"
                                + " 'sha256sum plugins/*/*.jar' writes them");
            }
            digests.add(entry.group(1).toLowerCase(Locale.ROOT));
        }
        return digests;
    }

    /** Whether a text is a digest in lower case. */
    static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new DataException(
                        file.toString(), "larger than " + LARGEST + " bytes; this is no list of digests");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new DataException(
                    file.toString(), "the list of allowed jars cannot be read (" + failure + "); name another file");
        }
    }
}
