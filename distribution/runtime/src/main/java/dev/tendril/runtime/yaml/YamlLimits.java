package dev.tendril.runtime.yaml;

/**
 * Bounds on what is read, since a file may come from anyone.
 *
 * @param bytes of the file
 * @param depth of nesting
 * @param values in the file, those of aliases counted each time
 */
public record YamlLimits(int bytes, int depth, int values) {
    /** Far more than any model needs. */
    public static YamlLimits standard() {
        return new YamlLimits(1 << 20, 64, 100_000);
    }
}
