package dev.tendril.runtime.archive;

import dev.tendril.api.DataException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an archive says of itself: {@code {"format": 1, "plugins": {id: version}, "entries": {name: SHA-256}}}.
 *
 * @param plugins version by id of every plugin the model is made with
 * @param entries SHA-256, in hexadecimal, of every other entry
 */
record Manifest(Map<String, String> plugins, Map<String, String> entries) {
    static final int FORMAT = 1;

    private static final Pattern PLUGIN = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    Manifest {
        plugins = Collections.unmodifiableMap(new TreeMap<>(plugins));
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static Manifest of(Map<String, String> plugins, Map<String, byte[]> contents) {
        Map<String, String> digests = new LinkedHashMap<>();
        contents.forEach((name, content) -> digests.put(name, sha256(ByteBuffer.wrap(content))));
        return new Manifest(plugins, digests);
    }

    JsonNode toJson() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("format", FORMAT);
        tree.set("plugins", object(plugins));
        tree.set("entries", object(entries));
        return tree;
    }

    /** Reads it; throws if a key is missing, unknown or malformed, or the format is a newer one. */
    static Manifest of(String archive, JsonNode tree) {
        JsonNode format = tree.path("format");
        if (!format.isIntegralNumber()) {
            throw malformed(archive, "'format' is not a number");
        }
        if (!format.canConvertToInt() || format.intValue() != FORMAT) {
            throw new DataException(
                    archive,
                    "the archive has format " + format + ", this version of Tendril reads format " + FORMAT
                            + "; use the version that wrote it, or a newer one");
        }
        List<String> keys = List.copyOf(tree.propertyNames());
        if (!keys.equals(List.of("format", "plugins", "entries"))) {
            throw malformed(archive, "its keys are " + keys);
        }
        return new Manifest(
                texts(archive, tree.path("plugins"), PLUGIN, VERSION),
                texts(archive, tree.path("entries"), Pattern.compile(".*"), DIGEST));
    }

    /** Checks that the archive holds exactly these entries with these contents. */
    void check(String archive, Map<String, ByteBuffer> contents) {
        List<String> listed = List.copyOf(entries.keySet());
        List<String> found = contents.keySet().stream().skip(1).toList();
        if (!listed.equals(found)) {
            throw malformed(archive, "it lists the entries " + listed + ", the archive holds " + found);
        }
        contents.forEach((name, content) -> {
            String digest = entries.get(name);
            if (digest != null && !digest.equals(sha256(content))) {
                throw malformed(archive, "entry '" + name + "' has another SHA-256 than it says");
            }
        });
    }

    static String sha256(ByteBuffer content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static ObjectNode object(Map<String, String> texts) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        texts.forEach(tree::put);
        return tree;
    }

    private static Map<String, String> texts(String archive, JsonNode tree, Pattern key, Pattern value) {
        if (!tree.isObject()) {
            throw malformed(archive, "a table of it is missing");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            boolean fits = entry.getValue().isString()
                    && key.matcher(entry.getKey()).matches()
                    && value.matcher(entry.getValue().stringValue()).matches();
            if (!fits) {
                throw malformed(archive, "'" + entry.getKey() + "' has the value " + entry.getValue());
            }
            texts.put(entry.getKey(), entry.getValue().stringValue());
        }
        return texts;
    }

    private static DataException malformed(String archive, String what) {
        return new DataException(
                archive, "the manifest does not fit: " + what + "; the archive is damaged or was changed");
    }
}
