package dev.tendril.runtime.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Model files that are hostile, broken, or on the border of what is allowed, by what is the matter with them: one method for each sort of
 * trouble, one line for each file. What is said of each stands beside its name in {@code hostile-yaml.txt}, which {@link HostileYamlTest}
 * compares. To add a file, add a line to the method of its sort, those of nodes and groups in {@link HostileGraphs}; most are a {@linkplain #change change} of the base file.
 */
final class HostileFiles {
    /** Links beside the files, and where they lead. */
    static final Map<String, String> LINKS = Map.of(
            "a device.yaml", "/dev/zero",
            "a link in a circle.yaml", "a link in a circle.yaml",
            "link", "/etc/passwd",
            "linked", "/etc");

    static final int MANY = 100_000;
    static final String BASE = """
            format: 1
            name: base
            seed: 7
            vars: {size: 5}
            data:
              train: {type: tsv, files: [words.tsv]}
              validation: {type: tsv, files: [words.tsv]}
              fields:
                word: {type: text, key: 1, tokenizer: characters}
                first: {type: label, key: 2}
            model:
              embedded: {type: embedding, from: word, units: 3}
              encoder: {type: recurrent, from: embedded, cell: {type: gru, units: 5}}
              classifier: {type: classifier, from: {input: encoder.final, target: first}}
            training:
              optimizer: {type: adam, learning_rate: 0.05}
              batch_size: 2
              epochs: 3
            """;

    private final Map<String, byte[]> contents = new TreeMap<>();

    private HostileFiles() {}

    /** Writes all of them. */
    static void write(Path folder) throws IOException {
        HostileFiles files = new HostileFiles();
        Files.writeString(folder.resolve("words.tsv"), "ab\ta\nba\tb\n");
        files.add("0 a file without fault", BASE);
        files.encodings();
        files.nesting();
        files.aliases();
        files.structure();
        files.sizes();
        files.numbers();
        files.variables();
        files.paths();
        new HostileGraphs(files).add();
        Files.createDirectory(folder.resolve("a folder.yaml"));
        for (Map.Entry<String, String> link : LINKS.entrySet()) {
            Files.createSymbolicLink(folder.resolve(link.getKey()), Path.of(link.getValue()));
        }
        for (Map.Entry<String, byte[]> each : files.contents.entrySet()) {
            Files.write(folder.resolve(each.getKey() + ".yaml"), each.getValue());
        }
    }

    void add(String name, String text) {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, byte[] bytes) {
        if (contents.put(name, bytes) != null) {
            throw new IllegalArgumentException("two files are named " + name);
        }
    }

    /** The base file with something in place of something. */
    void change(String name, String from, String to) {
        if (!BASE.contains(from)) {
            throw new IllegalArgumentException(name + ": the base file has no " + from);
        }
        add(name, BASE.replace(from, to));
    }

    static String many(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private void encodings() {
        add("bytes that are no text", new byte[] {(byte) 0x80, (byte) 0xff, 0, 1, 2});
        add("utf-8 cut off in a character", new byte[] {'a', ':', ' ', (byte) 0xe6, (byte) 0x97});
        add("utf-8 longer than it need be", new byte[] {'a', ':', ' ', (byte) 0xc0, (byte) 0xaf});
        add("utf-8 of a surrogate", new byte[] {'a', ':', ' ', (byte) 0xed, (byte) 0xa0, (byte) 0x80});
        add("utf-16 with its mark", BASE.getBytes(StandardCharsets.UTF_16));
        add("utf-16 without", BASE.getBytes(StandardCharsets.UTF_16LE));
        add(
                "utf-32 with its mark",
                "\u0000\u0000\u00fe\u00ff\u0000\u0000\u0000a".getBytes(StandardCharsets.ISO_8859_1));
        add("utf-8 with its mark", "\ufeff" + BASE);
        add("a mark in the middle", BASE.replace("name: base", "name: \ufeffbase"));
        add("a nul", BASE.replace("name: base", "name: ba\u0000se"));
        add("a nul escaped", BASE.replace("name: base", "name: \"ba\\0se\""));
        add("control characters", BASE.replace("name: base", "name: ba\u0007\u001b[31mse"));
        add("control characters escaped", BASE.replace("name: base", "name: \"ba\\a\\e[31mse\""));
        add("half a surrogate escaped", BASE.replace("name: base", "name: \"\\ud800\""));
        add(
                "line ends of old and new",
                BASE.replace("\n", "\r").replaceFirst("\r", "\u0085").replaceFirst("\r", "\u2028"));
        add("characters that run from right to left", BASE.replace("name: base", "name: \u202eesab"));
        add("empty", "");
        add("blanks alone", " \n\n   \n");
        add("comments alone", "# nothing\n# at all\n");
        add("a start and an end alone", "---\n...\n");
    }

    private void nesting() {
        add("lists in lists", "a: " + "[".repeat(MANY));
        add("lists in lists that end", "a: " + "[".repeat(MANY) + "]".repeat(MANY));
        add("mappings in mappings", "{a: ".repeat(MANY));
        add("lists in lists as blocks", "- ".repeat(MANY) + "a");
        add("mappings in mappings as blocks", many(700, depth -> " ".repeat(depth) + "a:\n") + " ".repeat(700) + "b");
        add("keys in keys", "? ".repeat(MANY) + "a");
        add(
                "components in components",
                BASE.replace("{type: gru, units: 5}", "{type: residual, cell: ".repeat(70) + "gru" + "}".repeat(70)));
        add(
                "components in components, just allowed",
                BASE.replace(
                        "{type: gru, units: 5}",
                        "{type: residual, cell: ".repeat(40) + "{type: gru, units: 5}" + "}".repeat(40)));
    }

    private void aliases() {
        add("an alias in what it repeats", "a: &a [*a]\n");
        add("two aliases in each other", "a: &a {b: &b [*a, *b]}\n");
        add("an alias of a key's own mapping", "&a a: {b: *a}\nc: &c\n  d: *c\n");
        add(
                "a billion laughs",
                "a0: &a0 [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n"
                        + many(
                                9,
                                i -> "a%2$d: &a%2$d [*a%1$d,*a%1$d,*a%1$d,*a%1$d,*a%1$d,*a%1$d,*a%1$d,*a%1$d,*a%1$d]\n"
                                        .formatted(i, i + 1)));
        add(
                "a billion laughs of mappings",
                "a0: &a0 {b: c}\n" + many(40, i -> "a%2$d: &a%2$d {l: *a%1$d, r: *a%1$d}\n".formatted(i, i + 1)));
        add(
                "a long chain of aliases",
                "a0: &a0 x\n" + many(3_000, i -> "a%2$d: &a%2$d [*a%1$d]\n".formatted(i, i + 1)));
        add("many aliases of one value", "a: &a [1, 2, 3]\nb: [" + "*a, ".repeat(60_000) + "]\n");
        add("a large value repeated often", "a: &a [" + "x, ".repeat(9_000) + "]\nb: [" + "*a, ".repeat(900) + "]\n");
        add("an alias of nothing", "a: *nothing\n");
        add("anchors that nothing repeats", BASE.replace("name: base", "name: &name base"));
        add("many anchors", many(60_000, i -> "- &a%d x\n".formatted(i)));
        add("an anchor given twice", BASE.replace("name: base", "name: &a base").replace("seed: 7", "seed: &a 7"));
        add("an anchor without a name", "a: & b\n");
    }

    private void structure() {
        for (String tag : new String[] {
            "!!java.net.URL", "!local", "!!binary", "!!python/object:os.system", "!!str", "!<tag:x,1>", "!"
        }) {
            add(
                    "the tag " + tag.replaceAll("[^a-z0-9]", " ").strip() + tag.length(),
                    BASE.replace("name: base", "name: " + tag + " base"));
        }
        add("a tag on a mapping", BASE.replace("data:\n", "data: !!javax.script.ScriptEngineManager\n"));
        add("a tag of a set", "? a\n? b\n: !!set {c, d}\n");
        change("a merge key", "name: base", "<<: {name: base}");
        change("a merge key deep inside", "{type: gru, units: 5}", "{<<: {type: gru}, units: 5}");
        add("two documents", BASE + "---\n" + BASE);
        add("ten thousand documents", "---\na: b\n".repeat(10_000));
        add("a directive of another version", "%YAML 9.9\n---\n" + BASE);
        add("a directive nobody knows", "%SECRET yes\n---\n" + BASE);
        add("a directive of tags", "%TAG ! tag:example.org,2000:\n---\na: !b c\n");
        change("a key given twice", "seed: 7", "seed: 7\nseed: 8");
        change("a key given twice deep inside", "units: 5}}", "units: 5, units: 6}}");
        change("an unknown key", "seed: 7", "sead: 7");
        change(
                "unknown keys at every level",
                "{type: gru, units: 5}",
                "{type: gru, units: 5, a: {b: {c: [d, {e: f}]}}}");
        add("a key that is a list", "[a, b]: c\n");
        add("a key that is a mapping", "{a: b}: c\n");
        add("a key that is complex", "? - a\n  - b\n: c\n");
        add("a key that is nothing", ": c\n");
        add("keys that are numbers", "1: 2\n0x10: 3\n.inf: 4\n");
        add("a list at the top", "- a\n- b\n");
        add("a scalar at the top", "format\n");
        add("a quote that does not end", BASE.replace("name: base", "name: \"base"));
        add("a block that does not end", "a: |\n" + "  text\n".repeat(1_000));
        add("a tab in the indentation", "data:\n\ttrain: x\n");
        add("a list that does not end", "a: [b, c\nd: e\n");
        add("commas alone", "a: [,,,]\n");
        add("colons alone", ":::::\n");
        add("a backtick", "a: `b`\n");
        add("indentation to and fro", "a:\n    b: 1\n  c: 2\n");
        add("a block scalar with an odd header", "a: |99\n  b\n");
    }

    private void sizes() {
        add("a file of two megabytes", "a: " + "b".repeat(2 << 20));
        add("a hundred thousand keys", many(MANY, i -> i + ": x\n"));
        add("a hundred thousand items", "a: [" + "1, ".repeat(MANY) + "]\n");
        add("thirty thousand unknown keys", BASE + many(30_000, i -> "key%d: x\n".formatted(i)));
        add(
                "thirty thousand nodes without a type",
                BASE.replace("model:\n", "model:\n" + many(30_000, i -> "  n%d: {}\n".formatted(i))));
        add("a key of a million characters", "k".repeat(1_000_000) + ": v\n");
        add("a key of a thousand characters given twice", ("k".repeat(1_000) + ": v\n").repeat(2));
        add("a value of a million characters", BASE.replace("name: base", "name: " + "b".repeat(1_000_000)));
        add(
                "a quoted value of a million characters",
                BASE.replace("name: base", "name: '" + "b c".repeat(300_000) + "'"));
        add("a line of a million blanks", BASE + " ".repeat(1_000_000) + "x: y\n");
        add("a million line ends", "\n".repeat(1_000_000) + "x: y");
        add("a component name of a million characters", BASE.replace("type: gru", "type: " + "g".repeat(1_000_000)));
        add("half a million commas of a flow", "a: [" + "~,".repeat(450_000) + "]");
    }

    private void numbers() {
        for (String number : new String[] {
            "0x5",
            "0o5",
            "05",
            "1e0",
            "5.0",
            "+5",
            "1_000",
            "0b101",
            "1e999",
            "-1e999",
            "1e-999",
            "-0",
            ".nan",
            ".inf",
            "-.inf",
            "NaN",
            "Infinity",
            "5f",
            "0x1p3",
            "1e",
            "1.2.3",
            "--5",
            "9223372036854775808",
            "2147483648",
            "-1",
            "0",
            "null",
            "true",
            "yes",
            "1,000",
            "1:30",
            "2001-01-01"
        }) {
            change("units of " + number.replaceAll("[^A-Za-z0-9.,+_-]", "x"), "units: 5}", "units: " + number + "}");
        }
        change("units that are nothing", "units: 5}", "units: ~}");
        change("units in quotes", "units: 5}", "units: '5'}");
        change("units in digits of Arabic", "units: 5}", "units: \u0665}");
        change("units in wide digits", "units: 5}", "units: \uff15}");
        change("an integer of a million digits", "seed: 7", "seed: " + "9".repeat(1_000_000));
        change("a hexadecimal integer of a million digits", "seed: 7", "seed: 0x" + "f".repeat(1_000_000));
        change("a fraction of a million digits", "0.05", "0." + "9".repeat(1_000_000));
        change("an exponent of a million digits", "0.05", "1e" + "9".repeat(1_000_000));
        change("a rate of not a number", "0.05", ".nan");
        change("a rate without end", "0.05", ".inf");
        change("a rate too large for a double", "0.05", "1e309");
        change("a rate smaller than any double", "0.05", "1e-400");
        change("sizes whose product overflows", "units: 3}", "units: 2147483647}");
        add(
                "sizes whose product overflows twice",
                BASE.replace("units: 3}", "units: 2147483647}").replace("units: 5}", "units: 2147483647}"));
        change("a vector as long as is allowed", "units: 3}", "units: 16777216}");
        add(
                "two allowed sizes whose product no tensor holds",
                BASE.replace("units: 3}", "units: 16777215}").replace("units: 5}", "units: 16777215}"));
        change("a size whose square no tensor holds", "units: 5}", "units: 46341}");
        change("layers without end", "units: 5}}", "units: 5}, layers: 2147483647}");
        change("as many layers as are allowed", "units: 5}}", "units: 5}, layers: 1000}");
        change(
                "more parameters than are allowed",
                "  classifier:",
                many(20, i -> "  r%d: {type: recurrent, from: embedded, cell: {type: lstm, units: 2}, layers: 1000}\n"
                                .formatted(i))
                        + "  classifier:");
        change("a batch of two thousand million", "batch_size: 2", "batch_size: 2147483647");
        change("a negative count", "epochs: 3", "epochs: -3");
        change("a format of another version", "format: 1", "format: 2");
        change("a format that is text", "format: 1", "format: '1'");
    }

    private void variables() {
        change("a variable in itself", "{size: 5}", "{size: \"${vars.size}\"}");
        change("variables in a circle", "{size: 5}", "{a: \"${vars.b}\", b: \"${vars.c}\", c: \"${vars.a}\"}");
        change("a variable nobody gave", "units: 5}", "units: \"${vars.none}\"}");
        change("a variable of the environment", "name: base", "name: \"${env:PATH}\"");
        change("a variable of the environment that is not set", "name: base", "name: \"${env:TENDRIL_NOT_SET}\"");
        change("a variable inside text", "name: base", "name: \"a${vars.size}b\"");
        change("a lookup of another sort", "name: base", "name: \"${jndi:ldap://localhost/a}\"");
        change("a system property", "name: base", "name: \"${sys:user.home}\"");
        change("a variable that does not end", "name: base", "name: \"${vars.size\"");
        change("a variable in a variable", "name: base", "name: \"${vars.${vars.size}}\"");
        change("a variable as a key", "seed: 7", "\"${vars.size}\": 7");
        change("variables that are mappings", "{size: 5}", "{size: {a: [b]}}");
        change(
                "a long chain of variables",
                "{size: 5}",
                "{v0: 5" + many(3_000, i -> ", v%d: \"${vars.v%d}\"".formatted(i + 1, i)) + "}");
    }

    private void paths() {
        String[] paths = {
            "../../etc/passwd",
            "/etc/passwd",
            "/dev/zero",
            "/proc/self/environ",
            "link",
            "linked/passwd",
            "pipe",
            ".",
            "",
            "missing.tsv",
            "words.tsv/x",
            "a\\\\0b",
            "~/.ssh/id_rsa",
            "file:///etc/passwd",
            "http://localhost/words.tsv",
            "words.tsv\\n",
            "con",
            "./././words.tsv",
            "nowhere/../../../../../../etc/passwd",
            "C:\\\\Windows\\\\win.ini",
            "\\\\\\\\server\\\\share"
        };
        for (int i = 0; i < paths.length; i++) {
            change(
                    "the path %02d %s"
                            .formatted(
                                    i, paths[i].replaceAll("[^A-Za-z0-9]+", " ").strip()),
                    "train: {type: tsv, files: [words.tsv]}",
                    "train: {type: tsv, files: [\"" + paths[i] + "\"]}");
        }
        change(
                "a path of a million characters",
                "train: {type: tsv, files: [words.tsv]}",
                "train: {type: tsv, files: [" + "a/".repeat(400_000) + "]}");
        for (String name :
                new String[] {"../base", "a/b", "/", ".", "..", "BASE", "a b", "-a", "con.", "é", "a\\\\b"}) {
            change(
                    "the name " + name.replace("/", "slash").replace("\\", "back"),
                    "name: base",
                    "name: \"" + name + "\"");
        }
        change("a name of sixty-five characters", "name: base", "name: " + "a".repeat(65));
    }
}
