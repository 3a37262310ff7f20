package dev.tendril.nlp.reader;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.ReaderContext;
import java.util.List;

/** What readers of files do alike with the names they are given. */
public final class FileNames {
    private FileNames() {}

    /** A copy of the names; none at all is refused. */
    public static List<String> checked(List<String> files) {
        if (files.isEmpty()) {
            throw new InvalidParameter("files", "no file is named; name at least one");
        }
        return List.copyOf(files);
    }

    /** The files that are meant. */
    public static List<DataFile> resolved(List<String> files, ReaderContext context) {
        return files.stream().map(name -> resolved(name, context)).toList();
    }

    /** The file that is meant. */
    public static DataFile resolved(String name, ReaderContext context) {
        return new DataFile(name, context.resolve(name));
    }
}
