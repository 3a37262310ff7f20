package dev.tendril.runtime.yaml;

import java.util.List;

/**
 * What is wrong with the form of a text, in words that say what to do. The parser's own words speak of its inside.
 *
 * @param message what is wrong
 * @param remedy what to do
 */
record SyntaxWords(String message, String remedy) {
    private static final String BRACKETS = "expected ',' or";

    /**
     * What the parser may say.
     *
     * @param sign with which its words start, or which they hold
     * @param words for it
     */
    private record Known(String sign, SyntaxWords words) {}

    private static final List<Known> KNOWN = List.of(
            known(BRACKETS, "a bracket or brace is not closed, or a ',' is missing", "close it, or divide with ','"),
            known(
                    "mapping values are not allowed here",
                    "a ':' stands where no key can be",
                    "quote a text that holds ': ', or begin a new line"),
            known(
                    "sequence entries are not allowed here",
                    "a '-' stands where no list can begin",
                    "begin the list in a new line, or quote the text"),
            known("could not find expected ':'", "a key without its ':'", "write 'key: value'"),
            known(
                    "expected <block end>",
                    "this does not belong to what stands above it",
                    "indent it like its neighbours, or close the quote or bracket before it"),
            known(
                    "that cannot start any token",
                    "no value can start with this sign",
                    "indent with spaces; quote the text"),
            known("found unexpected end of stream", "a quote is not closed", "close it"),
            known("expected the node content", "a value is missing", "write one, or quote the text"),
            known(
                    "found unknown escape character",
                    "an escape that YAML does not have",
                    "double the backslash, or use single quotes"),
            known("expected alphabetic or numeric", "an anchor or alias without a name", "name it, or quote the text"),
            known("incompatible YAML document", "another version of YAML", "remove the line"),
            known("undefined tag handle", "a tag that is not defined", "remove the tag; types follow from the keys"),
            known("expected '<document start>'", "no further document can begin here", "remove what stands here"));

    private static Known known(String sign, String message, String remedy) {
        return new Known(sign, new SyntaxWords(message, remedy));
    }

    /**
     * The words for a problem.
     *
     * @param problem as the parser says it
     * @param before the character before its place, if there is one
     */
    static SyntaxWords of(String problem, String before) {
        if (problem.startsWith(BRACKETS) && before.equals("$")) {
            return new SyntaxWords(
                    "a variable inside brackets or braces must be quoted", "write '${vars.NAME}', with the quotes");
        }
        return KNOWN.stream()
                .filter(each -> problem.contains(each.sign()))
                .map(Known::words)
                .findFirst()
                .orElse(new SyntaxWords("this cannot stand here", "quote the text, or look at what stands before it"));
    }
}
