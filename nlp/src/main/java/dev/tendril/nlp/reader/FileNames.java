package dev.tendril.nlp.reader;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.ReaderContext;
import java.util.List;

/** What readers of files do alike with the names they are given. */
final class FileNames {
    private FileNames() {}

    static List<String> checked(List<String> files) {
        if (files.isEmpty()) {
            throw new InvalidParameter("files", "no file is named; name at least one");
        }
        return List.copyOf(files);
    }

    static List<DataFile> resolved(List<String> files, ReaderContext context) {
        return files.stream()
                .map(name -> new DataFile(name, context.resolve(name)))
                .toList();
    }
}
