package dev.tendril.runtime.archive;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model at rest. One archive has one form in bytes: the same model gives the same file.
 *
 * @param plugins version by id of every plugin the model is made with
 * @param yaml the resolved YAML file
 * @param weights the parameters, in the safetensors format, from position to limit
 * @param vocabularies by field
 * @param fitted what components learnt from the training split, by component path: trees of maps, lists, texts, numbers and truth
 *     values
 */
public record Archive(
        Map<String, String> plugins,
        String yaml,
        ByteBuffer weights,
        Map<String, Vocabulary.Table> vocabularies,
        Map<String, Map<String, Object>> fitted) {

    public Archive {
        plugins = Collections.unmodifiableMap(new TreeMap<>(plugins));
        weights = weights.asReadOnlyBuffer();
        vocabularies = Collections.unmodifiableMap(new TreeMap<>(vocabularies));
        fitted = Collections.unmodifiableMap(new TreeMap<>(fitted));
    }

    /** The weights, as a fresh view. */
    @Override
    public ByteBuffer weights() {
        return weights.duplicate();
    }

    /** Its form in bytes. */
    public byte[] toBytes() {
        Json json = new Json();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(EntryNames.YAML, yaml.getBytes(StandardCharsets.UTF_8));
        byte[] numbers = new byte[weights.remaining()];
        weights().get(numbers);
        contents.put(EntryNames.WEIGHTS, numbers);
        vocabularies.forEach(
                (field, table) -> contents.put(EntryNames.vocabulary(field), json.write(VocabularyJson.write(table))));
        fitted.forEach((path, state) -> contents.put(EntryNames.fitted(path), json.write(Trees.json(state))));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                EntryNames.MANIFEST, json.write(Manifest.of(plugins, contents).toJson()));
        entries.putAll(contents);
        return StoredZip.write(entries);
    }

    /**
     * Reads an archive.
     *
     * @param name of the archive, for messages
     * @throws DataException if it is damaged, incomplete, or not what Tendril writes
     */
    public static Archive of(String name, byte[] bytes) {
        Json json = new Json();
        Map<String, ByteBuffer> entries = StoredZip.read(name, bytes);
        ByteBuffer first = entries.get(EntryNames.MANIFEST);
        if (first == null || !entries.keySet().iterator().next().equals(EntryNames.MANIFEST)) {
            throw new DataException(
                    name, "its first entry is not '" + EntryNames.MANIFEST + "'; it is no Tendril archive");
        }
        Manifest manifest = Manifest.of(name, json.read(name, EntryNames.MANIFEST, first));
        manifest.check(name, entries);
        Map<String, Vocabulary.Table> vocabularies = new LinkedHashMap<>();
        Map<String, Map<String, Object>> fitted = new LinkedHashMap<>();
        entries.forEach((entry, content) -> {
            EntryNames.vocabularyField(entry)
                    .ifPresent(field ->
                            vocabularies.put(field, VocabularyJson.read(name, entry, json.read(name, entry, content))));
            EntryNames.fittedPath(entry)
                    .ifPresent(path -> fitted.put(path, Trees.plain(name, entry, json.read(name, entry, content))));
        });
        String yaml = Utf8.decode(name, EntryNames.YAML, required(name, entries, EntryNames.YAML));
        return new Archive(manifest.plugins(), yaml, required(name, entries, EntryNames.WEIGHTS), vocabularies, fitted);
    }

    private static ByteBuffer required(String archive, Map<String, ByteBuffer> entries, String entry) {
        ByteBuffer content = entries.get(entry);
        if (content == null) {
            throw new DataException(archive, "entry '" + entry + "' is missing");
        }
        return content;
    }
}
