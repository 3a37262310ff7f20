package dev.tendril.runtime.hostile;

import static dev.tendril.runtime.hostile.HostileFiles.BASE;
import static dev.tendril.runtime.hostile.HostileFiles.MANY;
import static dev.tendril.runtime.hostile.HostileFiles.many;

/**
 * Those of {@link HostileFiles} in which nodes, their edges, or groups of parameters are the trouble.
 *
 * @param files takes them
 */
record HostileGraphs(HostileFiles files) {
    void add() {
        graphs();
        groups();
    }

    private void groups() {
        files.change("a hundred and one patterns", "  batch_size: 2", groups(many(101, i -> "n%d, ".formatted(i))));
        files.change("a hundred patterns of all", "  batch_size: 2", groups("\"**\", ".repeat(100)));
        files.change("thirty thousand groups", "  batch_size: 2", "  groups:\n" + many(30_000, i -> "    - {}\n"));
        files.change("a pattern of a thousand names", "  batch_size: 2", groups("\"" + "**.".repeat(1_000) + "b\""));
        files.change("a pattern of a long name", "  batch_size: 2", groups("\"" + "x".repeat(MANY) + "*\""));
        files.change("a group of no pattern", "  batch_size: 2", groups(""));
        files.change("a group of numbers", "  batch_size: 2", groups("1, 2.5, true, null"));
        files.change(
                "a group that is a mapping", "  batch_size: 2", "  groups: {parameters: [embedded], frozen: true}");
        String nodes = many(165, i -> "  n%d: {type: embedding, from: word, units: 3}\n".formatted(i))
                + many(165, i -> "  m%d: {type: recurrent, from: n%d, cell: {type: lstm, units: 5}}\n".formatted(i, i))
                + many(165, i -> "  h%d: {type: classifier, from: {input: m%d.final, target: first}}\n"
                        .formatted(i, i));
        String many = "\"**.x\", ".repeat(99) + "\"**\"";
        files.add(
                "five hundred nodes in a hundred patterns",
                BASE.replace("training:\n", nodes + "training:\n").replace("  batch_size: 2", groups(many)));
        files.add(
                "giants in a group",
                BASE.replace("units: 3", "units: 16777215")
                        .replace("units: 5", "units: 16777215")
                        .replace("  batch_size: 2", groups("encoder")));
        files.add(
                "a giant transformer in a group",
                BASE.replace("units: 3", "units: 16777214")
                        .replace(
                                "recurrent, from: embedded, cell: {type: gru, units: 5}",
                                "transformer, from: embedded, units: 16777214, heads: 1, layers: 100")
                        .replace("input: encoder.final", "input: pooled")
                        .replace(
                                "  classifier:",
                                "  pooled: {type: pooling, from: encoder, method: mean}\n  classifier:")
                        .replace("  batch_size: 2", groups("encoder")));
    }

    private static String groups(String patterns) {
        return "  groups: [{parameters: [" + patterns + "], frozen: true}]";
    }

    private void graphs() {
        files.change("a node from itself", "from: embedded, cell", "from: encoder, cell");
        files.change("nodes in a circle", "from: word, units: 3", "from: encoder, units: 3");
        files.change(
                "ten thousand nodes in a row",
                "  encoder: {type: recurrent, from: embedded,",
                "  n0: {type: dropout, from: embedded, rate: 0.1}\n"
                        + many(10_000, i -> "  n%d: {type: dropout, from: n%d, rate: 0.1}\n".formatted(i + 1, i))
                        + "  encoder: {type: recurrent, from: n10000,");
        files.change(
                "ten thousand nodes in a row, backwards",
                "  encoder: {type: recurrent, from: embedded,",
                many(10_000, i -> "  n%d: {type: dropout, from: n%d, rate: 0.1}\n".formatted(i, i + 1))
                        + "  n10000: {type: dropout, from: embedded, rate: 0.1}\n"
                        + "  encoder: {type: recurrent, from: n0,");
        files.change(
                "five hundred nodes in a row",
                "  encoder: {type: recurrent, from: embedded,",
                many(490, i -> "  n%d: {type: dropout, from: n%d, rate: 0.1}\n".formatted(i, i + 1))
                        + "  n490: {type: dropout, from: embedded, rate: 0.1}\n"
                        + "  encoder: {type: recurrent, from: n0,");
        files.change(
                "five hundred nodes in a circle",
                "  encoder:",
                many(490, i -> "  n%d: {type: dropout, from: n%d, rate: 0.1}\n".formatted(i, (i + 1) % 490))
                        + "  encoder:");
        files.change(
                "five hundred nodes from nothing",
                "  encoder:",
                many(490, i -> "  n%d: {type: dropout, from: m%d, rate: 0.1}\n".formatted(i, i)) + "  encoder:");
        files.change(
                "ten thousand nodes in a circle",
                "  encoder:",
                many(10_000, i -> "  n%d: {type: dropout, from: n%d, rate: 0.1}\n".formatted(i, (i + 1) % 10_000))
                        + "  encoder:");
        files.change(
                "ten thousand nodes from nothing",
                "  encoder:",
                many(10_000, i -> "  n%d: {type: dropout, from: m%d, rate: 0.1}\n".formatted(i, i)) + "  encoder:");
        files.change(
                "ten thousand inputs", "from: embedded, cell", "from: [" + "embedded, ".repeat(10_000) + "], cell");
        files.change(
                "one concatenation that doubles thirty times",
                "  encoder: {type: recurrent, from: embedded,",
                "  n0: {type: concat, from: [embedded, embedded]}\n"
                        + many(40, i -> "  n%d: {type: concat, from: [n%d, n%d]}\n".formatted(i + 1, i, i))
                        + "  encoder: {type: recurrent, from: n40,");
        files.change(
                "a node that shares itself",
                "{type: embedding, from: word, units: 3}",
                "{type: embedding, from: word, share: embedded}");
        files.change(
                "nodes that share in a circle",
                "{type: embedding, from: word, units: 3}",
                "{type: embedding, from: word, share: other}\n  other: {type: embedding, from: word, share: embedded}");
        files.change(
                "a node that shares nothing there",
                "{type: embedding, from: word, units: 3}",
                "{type: embedding, from: word, share: none}");
        files.change(
                "vocabularies that share in a circle",
                "key: 1, tokenizer: characters}",
                "key: 1, tokenizer: characters, vocabulary: other}\n    other: {type: text, key: 1, tokenizer: characters, vocabulary: word}");
        files.change("an edge of many dots", "from: embedded, cell", "from: embedded" + ".a".repeat(1_000) + ", cell");
        files.change("an edge to an output that is not there", "encoder.final", "encoder.last");
        files.change("a node named as a field", "  embedded:", "  word:");
        files.change("a node named by a key of its own", "  embedded:", "  type:");
        files.change("a model that is a list", "model:\n", "model: [a, b]\nmodal:\n");
        files.change(
                "a split that is a share of itself",
                "validation: {type: tsv, files: [words.tsv]}",
                "validation: {type: share, of: validation, fraction: 0.1}");
        files.change("a class name as a component", "type: gru", "type: java.lang.Runtime");
        files.change("a path as a component", "type: gru", "type: ../../core/gru");
        files.change("a component of no plugin", "type: gru", "type: evil/gru");
        files.change("a component with two slashes", "type: gru", "type: core/core/gru");
    }
}
