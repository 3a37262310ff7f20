package dev.tendril.runtime.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names an entry of an archive can have; made by us, never by a user or another program. */
final class EntryNames {
    static final String MANIFEST = "manifest.json";
    static final String YAML = "model.yaml";
    static final String WEIGHTS = "weights.safetensors";

    private static final String VOCABULARY = "vocabulary/";
    private static final String FITTED = "fitted/";
    private static final String JSON = ".json";
    private static final int LONGEST = 512;
    private static final String DOTTED = "[a-z0-9_]+(?:\\.[a-z0-9_]+)*";
    private static final Pattern PATH = Pattern.compile(DOTTED);
    private static final Pattern NAME = Pattern.compile(
            "manifest\\.json|model\\.yaml|weights\\.safetensors|(?:vocabulary|fitted)/" + DOTTED + "\\.json");

    private EntryNames() {}

    /** The name that these bytes spell, if an entry can have it. */
    static Optional<String> check(byte[] name) {
        if (name.length > LONGEST) {
            return Optional.empty();
        }
        String ascii = new String(name, StandardCharsets.ISO_8859_1);
        return NAME.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
    }

    static String vocabulary(String field) {
        return VOCABULARY + checkedPath(field) + JSON;
    }

    static String fitted(String path) {
        return FITTED + checkedPath(path) + JSON;
    }

    /** The field of a vocabulary's entry; empty for other entries. */
    static Optional<String> vocabularyField(String name) {
        return between(VOCABULARY, name);
    }

    /** The component path of a fitted state's entry; empty for other entries. */
    static Optional<String> fittedPath(String name) {
        return between(FITTED, name);
    }

    private static Optional<String> between(String folder, String name) {
        return name.startsWith(folder)
                ? Optional.of(name.substring(folder.length(), name.length() - JSON.length()))
                : Optional.empty();
    }

    private static String checkedPath(String path) {
        if (!PATH.matcher(path).matches() || path.length() > LONGEST - FITTED.length() - JSON.length() - 8) {
            throw new IllegalArgumentException("'" + path + "' cannot name an entry of an archive");
        }
        return path;
    }
}
